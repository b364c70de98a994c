package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Moments at which a task stops for a person. */
public enum Breakpoint {
    BEFORE_ACCEPT,
    AFTER_ITERATION,
    ON_RED_CHECK;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static Breakpoint of(String wire) {
        return Wire.parse(Breakpoint.class, wire);
    }
}
