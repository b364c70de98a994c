package dev.pawl.db.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session to open.
 *
 * @param id new for every attempt
 * @param iteration from 1
 * @param attempt of the activity, from 1
 * @param model absent means the agent's default
 * @param hostId the host that the agent runs on
 * @param runTag the value of the environment variable that marks the session's processes
 */
public record NewSession(
        UUID id,
        String taskId,
        int iteration,
        int attempt,
        String agent,
        @Nullable String model,
        String hostId,
        String runTag) {}
