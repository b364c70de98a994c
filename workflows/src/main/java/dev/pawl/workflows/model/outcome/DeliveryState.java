package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** State of a result's delivery; {@code none} means that none was requested or reached. */
public enum DeliveryState {
    NONE,
    DELIVERED,
    FAILED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static DeliveryState of(String wire) {
        return Wire.parse(DeliveryState.class, wire);
    }
}
