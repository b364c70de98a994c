package dev.pawl.workflows.activity.task;

import java.time.Instant;

/**
 * When an iteration used a provider, in the engine's time.
 *
 * @param account whose limits it counts against
 * @param from when it was allowed to
 * @param to when it was known how that went
 */
public record ProviderUse(String account, Instant from, Instant to) {}
