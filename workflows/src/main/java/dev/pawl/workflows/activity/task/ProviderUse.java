package dev.pawl.workflows.activity.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an iteration used a provider, in the engine's time.
 *
 * @param account whose limits it counts against
 * @param from when the task was admitted
 * @param to when the result was known
 * @param model of the task's agent; absent means the agent's default
 */
public record ProviderUse(
        String account,
        Instant from,
        Instant to,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String model) {
    /** Of an agent with its default model. */
    public ProviderUse(String account, Instant from, Instant to) {
        this(account, from, to, null);
    }
}
