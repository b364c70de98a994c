package dev.pawl.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * That a run goes on with the agent's own session of an earlier one, and leaves its own for a later one.
 *
 * @param directory where the agent's own sessions of the task are kept; made when there is something to keep
 * @param after the Pawl sessions before this one, the best to go on with first; a new one begins where none was kept
 */
public record Continuation(Path directory, List<UUID> after) {
    public Continuation {
        after = List.copyOf(after);
    }
}
