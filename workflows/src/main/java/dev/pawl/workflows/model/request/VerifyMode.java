package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Where acceptance is verified a last time: on a clean checkout of the snapshot, or only in the workspace. */
public enum VerifyMode {
    CLEAN_CHECKOUT,
    WORKSPACE;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static VerifyMode of(String wire) {
        return Wire.parse(VerifyMode.class, wire);
    }
}
