package dev.pawl.task.budget;

import dev.pawl.workflows.activity.task.OverBudget;

/** Whether the budget of its account allows a session to be opened. */
public sealed interface Grant {
    /** If the account has a budget, the amount is reserved. */
    record Given(SessionCap cap) implements Grant {}

    /** Nothing is reserved. */
    record Refused(OverBudget over) implements Grant {}
}
