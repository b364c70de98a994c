package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Status of a task. The last five are final and equal its {@link Outcome}. */
public enum TaskStatus {
    SUBMITTED,
    RUNNING,
    WAITING,
    PAUSED,
    PARKED,
    ACCEPTED,
    PARTIAL,
    REJECTED,
    FAILED,
    CANCELLED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static TaskStatus of(String wire) {
        return Wire.parse(TaskStatus.class, wire);
    }
}
