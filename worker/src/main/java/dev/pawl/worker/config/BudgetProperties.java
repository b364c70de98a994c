package dev.pawl.worker.config;

import dev.pawl.task.budget.AccountBudgets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param file of budgets of providers' accounts; absent means {@code budgets.toml} in the home where it is there, else no
 *     account has one
 */
public record BudgetProperties(@Nullable Path file) {
    private static final String IN_HOME = "budgets.toml";

    /** @throws dev.pawl.task.budget.BudgetFileException naming the file and what is wrong with it */
    public AccountBudgets budgets(Path home) {
        Path own = file == null ? home.resolve(IN_HOME) : file;
        return file != null || Files.exists(own) ? AccountBudgets.of(own) : AccountBudgets.NONE;
    }
}
