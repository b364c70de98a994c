package dev.pawl.db.provider;

import org.jspecify.annotations.Nullable;

/**
 * The agents of a task that has not ended.
 *
 * @param agent JSON
 * @param fallbacks JSON; absent if there are none
 */
public record OpenTask(
        String id, boolean parked, String agent, @Nullable String fallbacks) {}
