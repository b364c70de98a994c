package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/**
 * Why a task ended short of acceptance or delivery; decides the exit code of the command line. {@code delivery}: the
 * result is accepted, but its delivery failed.
 */
public enum Cause {
    NONE,
    NEEDS_PERSON,
    LIMIT,
    BUDGET,
    QUOTA,
    PROVIDER,
    AGENT,
    CONFIGURATION,
    INTERNAL,
    DELIVERY;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static Cause of(String wire) {
        return Wire.parse(Cause.class, wire);
    }
}
