package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What a check has to show: exit code 0, or no test red that the baseline had green. */
public enum Must {
    PASS,
    NO_NEW_FAILURES;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static Must of(String wire) {
        return Wire.parse(Must.class, wire);
    }
}
