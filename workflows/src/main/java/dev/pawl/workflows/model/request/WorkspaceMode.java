package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Where the agent works: in a private copy, or in the directory itself under a lock. */
public enum WorkspaceMode {
    ISOLATED,
    IN_PLACE;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static WorkspaceMode of(String wire) {
        return Wire.parse(WorkspaceMode.class, wire);
    }
}
