package dev.pawl.agent.limit;

import org.jspecify.annotations.Nullable;

/**
 * The meaning of a refusal.
 *
 * @param action never {@link LimitAction#BY_TIME}
 * @param ofModel whether other models of the account are still served
 * @param reset absent if unknown
 */
public record LimitReading(
        LimitAction action, boolean ofModel, @Nullable ToldReset reset) {}
