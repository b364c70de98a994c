package dev.pawl.worker.config;

import dev.pawl.task.budget.AccountBudgets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** @param file of budgets of accounts; absent means {@code budgets.toml} in the home if it exists, else no budgets */
public record BudgetProperties(@Nullable Path file) {
    private static final String IN_HOME = "budgets.toml";

    /** @throws dev.pawl.task.budget.BudgetFileException with the file and its error */
    public AccountBudgets budgets(Path home) {
        Path own = file == null ? home.resolve(IN_HOME) : file;
        return file != null || Files.exists(own) ? AccountBudgets.of(own) : AccountBudgets.NONE;
    }
}
