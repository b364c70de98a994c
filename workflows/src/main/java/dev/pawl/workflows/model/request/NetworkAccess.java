package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Which processes of a task in a sandbox reach the network. */
public enum NetworkAccess {
    ALL,
    /** The agent, which asks its provider; no check and no setup. */
    AGENT,
    NONE;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static NetworkAccess of(String wire) {
        return Wire.parse(NetworkAccess.class, wire);
    }
}
