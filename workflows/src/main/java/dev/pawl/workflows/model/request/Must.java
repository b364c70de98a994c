package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What a check must show: exit code 0, or no test red that the baseline had green. */
public enum Must {
    PASS,
    NO_NEW_FAILURES;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static Must of(String wire) {
        return Wire.parse(Must.class, wire);
    }
}
