package dev.pawl.task.budget;

import dev.pawl.workflows.activity.task.OverBudget;

/** Whether a session may be opened, as its account's budget says. */
public sealed interface Grant {
    /** What it may spend is reserved, where the account has a budget. */
    record Given(SessionCap cap) implements Grant {}

    /** Nothing is reserved. */
    record Refused(OverBudget over) implements Grant {}
}
