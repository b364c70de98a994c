package dev.pawl.workflows.model.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What is removed once it is old and nothing needs it. */
public enum CollectedKind {
    /** Stored texts that no row refers to. */
    CONTENT,
    /** The repository with the snapshots of a task. */
    SNAPSHOTS,
    /** What agents kept of their own sessions of a task. */
    AGENT_SESSIONS,
    /** All rows of a task. */
    TASK_ROWS;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static CollectedKind of(String wire) {
        return Wire.parse(CollectedKind.class, wire);
    }
}
