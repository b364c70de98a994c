package dev.pawl.db.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session to open.
 *
 * @param id fresh for every attempt
 * @param iteration from 1
 * @param attempt of the activity, from 1
 * @param model absent means the agent's own default
 * @param hostId the host the agent runs on
 * @param runTag the value of the environment variable by which the session's processes are found
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
