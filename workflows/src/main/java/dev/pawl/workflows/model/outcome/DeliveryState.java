package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What became of the delivery of a task's result; {@code none} means that none was asked for, or the task never came to it. */
public enum DeliveryState {
    NONE,
    DELIVERED,
    FAILED;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static DeliveryState of(String wire) {
        return Wire.parse(DeliveryState.class, wire);
    }
}
