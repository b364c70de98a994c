package dev.pawl.workflows.model.breakpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Moments at which a task can stop for a person. */
public enum BreakpointMoment {
    BEFORE_ACCEPT,
    BEFORE_DELIVER,
    AFTER_ITERATION,
    ON_RED_CHECK;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static BreakpointMoment of(String wire) {
        return Wire.parse(BreakpointMoment.class, wire);
    }
}
