package dev.pawl.workflows.model.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What is to happen after a package failed for good. */
public enum PlanChoice {
    /** The package gets one more attempt. */
    RETRY,
    /** The plan continues without it and all that need it. */
    CONTINUE,
    /** Nothing new starts; running packages are stopped. */
    STOP;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static PlanChoice of(String wire) {
        return Wire.parse(PlanChoice.class, wire);
    }
}
