package dev.pawl.workflows.activity.task;

import java.time.Instant;

/**
 * @param account the provider's account that the task's agent uses
 * @param at now, as the engine has it
 * @param overBudget whether a person let the task go on over the account's budget
 */
public record AskAdmission(String taskId, String account, Instant at, boolean overBudget) {}
