package dev.pawl.task.budget;

/** A file of budgets that cannot be read. The message names the file and what is wrong with it. */
public final class BudgetFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BudgetFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
