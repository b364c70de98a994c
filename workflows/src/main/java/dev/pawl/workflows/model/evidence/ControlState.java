package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What a run without the work says about a check that went from red to green. */
public enum ControlState {
    /** Without the work the check is red as it was in the base. */
    CONFIRMED,
    /** Without the work the check is green all the same. */
    REFUTED,
    /** Without the work the check is red, but not as it was in the base, which proves nothing. */
    UNCLEAR,
    /** Nothing was run. */
    NOT_DONE;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static ControlState of(String wire) {
        return Wire.parse(ControlState.class, wire);
    }
}
