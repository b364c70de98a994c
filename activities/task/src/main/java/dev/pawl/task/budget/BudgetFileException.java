package dev.pawl.task.budget;

/** An unreadable file of budgets. The message names the file and the cause. */
public final class BudgetFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BudgetFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
