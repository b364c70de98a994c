package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What becomes of a task whose account has nothing left for it today. */
public enum OnBreach {
    /** It waits until the next day. */
    PARK,
    /** A person is asked whether it goes on over the budget. */
    ASK,
    /** It ends with what it has. */
    END;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static OnBreach of(String wire) {
        return Wire.parse(OnBreach.class, wire);
    }
}
