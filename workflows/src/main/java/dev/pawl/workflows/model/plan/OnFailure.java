package dev.pawl.workflows.model.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What happens to the rest of a plan if a package fails for good. */
public enum OnFailure {
    /** Nothing new starts; what runs is ended. */
    STOP,
    /** Packages that do not depend on it continue. */
    CONTINUE_INDEPENDENT,
    /** A person is asked. */
    ASK;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static OnFailure of(String wire) {
        return Wire.parse(OnFailure.class, wire);
    }
}
