package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** State of a check. Only {@code passed} and {@code flaky} (red, then green on a retry) count as green. */
public enum CheckState {
    PASSED,
    FLAKY,
    FAILED,
    TIMED_OUT,
    NOT_STARTED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static CheckState of(String wire) {
        return Wire.parse(CheckState.class, wire);
    }
}
