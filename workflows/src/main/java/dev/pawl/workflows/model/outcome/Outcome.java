package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** How a task ended. {@code partial}: the work is worth keeping but not proven. */
public enum Outcome {
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
    public static Outcome of(String wire) {
        return Wire.parse(Outcome.class, wire);
    }
}
