package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What happens to a proven result without further asking. */
public enum DeliverMode {
    NONE,
    APPLY,
    BRANCH;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static DeliverMode of(String wire) {
        return Wire.parse(DeliverMode.class, wire);
    }
}
