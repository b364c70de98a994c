package dev.pawl.workflows.activity.task;

import java.time.Instant;

/**
 * When an iteration used a provider, in the engine's time.
 *
 * @param account whose limits it counts against
 * @param from when the task was admitted
 * @param to when the result was known
 */
public record ProviderUse(String account, Instant from, Instant to) {}
