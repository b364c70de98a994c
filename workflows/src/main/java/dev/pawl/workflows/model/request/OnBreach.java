package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What happens to a task whose account has no budget left today. */
public enum OnBreach {
    /** It waits until the next day. */
    PARK,
    /** A person is asked whether it may exceed the budget. */
    ASK,
    /** It ends with its last result. */
    END;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static OnBreach of(String wire) {
        return Wire.parse(OnBreach.class, wire);
    }
}
