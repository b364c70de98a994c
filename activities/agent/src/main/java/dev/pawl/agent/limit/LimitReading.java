package dev.pawl.agent.limit;

import org.jspecify.annotations.Nullable;

/**
 * What a refusal means.
 *
 * @param action never {@link LimitAction#BY_TIME}
 * @param ofModel whether other models of the account are served
 * @param reset absent if it is not known
 */
public record LimitReading(
        LimitAction action, boolean ofModel, @Nullable ToldReset reset) {}
