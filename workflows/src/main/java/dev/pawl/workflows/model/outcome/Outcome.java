package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** How a task ended: {@code partial} has work that is worth keeping but is not proven. */
public enum Outcome {
    ACCEPTED,
    PARTIAL,
    REJECTED,
    FAILED,
    CANCELLED;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static Outcome of(String wire) {
        return Wire.parse(Outcome.class, wire);
    }
}
