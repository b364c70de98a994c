package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** The result of a run without the work, for a check that went from red to green. */
public enum ControlState {
    /** Without the work, the check is red as in the base. */
    CONFIRMED,
    /** Without the work, the check is still green. */
    REFUTED,
    /** Without the work, the check is red, but not as in the base, which proves nothing. */
    UNCLEAR,
    /** Nothing was run. */
    NOT_DONE;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static ControlState of(String wire) {
        return Wire.parse(ControlState.class, wire);
    }
}
