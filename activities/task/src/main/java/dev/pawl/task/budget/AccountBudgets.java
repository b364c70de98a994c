package dev.pawl.task.budget;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The budgets that an operator gave to providers' accounts. One that is not here has none. */
public final class AccountBudgets {
    public static final AccountBudgets NONE = new AccountBudgets(List.of());

    private final Map<String, AccountBudget> byAccount = new HashMap<>();

    /** @throws IllegalArgumentException for two budgets of one account */
    public AccountBudgets(List<AccountBudget> budgets) {
        for (AccountBudget budget : budgets) {
            if (byAccount.put(budget.account(), budget) != null) {
                throw new IllegalArgumentException("account '" + budget.account() + "' is there twice");
            }
        }
    }

    /** @throws BudgetFileException naming the file and what is wrong with it */
    public static AccountBudgets of(Path file) {
        return BudgetFile.read(file);
    }

    /** @param account as {@link dev.pawl.workflows.model.request.ProviderAccount} names it */
    Optional<AccountBudget> find(String account) {
        return Optional.ofNullable(byAccount.get(account));
    }
}
