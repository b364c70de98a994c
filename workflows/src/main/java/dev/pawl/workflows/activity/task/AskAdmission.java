package dev.pawl.workflows.activity.task;

import java.time.Instant;

/**
 * @param account the account of the task's agent
 * @param at the current time of the engine
 * @param overBudget whether a person allowed the task to exceed the account's budget
 */
public record AskAdmission(String taskId, String account, Instant at, boolean overBudget) {}
