package dev.pawl.workflows.activity;

import java.time.Instant;

/**
 * @param account the provider's account that the task's agent uses
 * @param at now, as the engine has it
 */
public record AskAdmission(String taskId, String account, Instant at) {}
