package dev.pawl.task.budget;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's budgets of accounts. An account that is not listed has none. */
public final class AccountBudgets {
    public static final AccountBudgets NONE = new AccountBudgets(List.of());

    private final Map<String, AccountBudget> byAccount = new HashMap<>();

    /** @throws IllegalArgumentException for two budgets of one account */
    public AccountBudgets(List<AccountBudget> budgets) {
        for (AccountBudget budget : budgets) {
            if (byAccount.put(budget.account(), budget) != null) {
                throw new IllegalArgumentException("account '" + budget.account() + "' is listed twice");
            }
        }
    }

    /** @throws BudgetFileException naming the file and the cause */
    public static AccountBudgets of(Path file) {
        return BudgetFile.read(file);
    }

    /** @param account as {@link dev.pawl.workflows.model.request.ProviderAccount} names it */
    Optional<AccountBudget> find(String account) {
        return Optional.ofNullable(byAccount.get(account));
    }
}
