package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** The life of one agent run. Exactly one of the last five ends it. */
public enum SessionStatus {
    OPEN,
    COMPLETED,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    ABANDONED;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static SessionStatus of(String wire) {
        return Wire.parse(SessionStatus.class, wire);
    }
}
