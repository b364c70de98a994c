package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** When Pawl verifies that a check that went from red to green is green because of the work. */
public enum ControlMode {
    /** In each iteration in which the check is green. */
    ALWAYS,
    /** Before a result is accepted. */
    ONCE,
    OFF;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static ControlMode of(String wire) {
        return Wire.parse(ControlMode.class, wire);
    }
}
