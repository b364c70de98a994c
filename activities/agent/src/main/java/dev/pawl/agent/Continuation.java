package dev.pawl.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A run continues the agent's own session of an earlier one, and keeps its own for a later one.
 *
 * @param directory of the agent's own sessions of the task; created when there is something to keep
 * @param after the earlier Pawl sessions, the preferred one first; a new session begins if none was kept
 */
public record Continuation(Path directory, List<UUID> after) {
    public Continuation {
        after = List.copyOf(after);
    }
}
