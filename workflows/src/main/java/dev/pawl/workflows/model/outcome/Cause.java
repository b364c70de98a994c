package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/**
 * Why a task ended short of acceptance or delivery, if that has a name; decides the exit code of the command line.
 * {@code delivery}: the result is accepted, and its delivery failed.
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

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static Cause of(String wire) {
        return Wire.parse(Cause.class, wire);
    }
}
