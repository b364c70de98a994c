package dev.pawl.workflows.model.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Kinds of old data that are removed once nothing needs them. */
public enum CollectedKind {
    /** Stored texts that no row refers to. */
    CONTENT,
    /** The repository with the snapshots of a task. */
    SNAPSHOTS,
    /** The session files of a task's agents. */
    AGENT_SESSIONS,
    /** The repositories of a plan. */
    PLANS,
    /** All rows of a task. */
    TASK_ROWS,
    /** All rows of a plan, except those of its tasks. */
    PLAN_ROWS;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static CollectedKind of(String wire) {
        return Wire.parse(CollectedKind.class, wire);
    }
}
