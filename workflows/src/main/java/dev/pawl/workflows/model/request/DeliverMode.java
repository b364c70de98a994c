package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** How an accepted result is delivered automatically. */
public enum DeliverMode {
    NONE,
    APPLY,
    BRANCH;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static DeliverMode of(String wire) {
        return Wire.parse(DeliverMode.class, wire);
    }
}
