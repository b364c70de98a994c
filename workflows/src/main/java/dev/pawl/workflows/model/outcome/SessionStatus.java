package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Status of one agent run. The last five are final. */
public enum SessionStatus {
    OPEN,
    COMPLETED,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    ABANDONED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static SessionStatus of(String wire) {
        return Wire.parse(SessionStatus.class, wire);
    }
}
