package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Which processes of a sandboxed task can reach the network. Except for {@link #HOST}, none reaches the host. */
public enum NetworkAccess {
    /** Agent, checks and setup reach the internet. */
    ALL,
    /** Only the agent, which needs its provider; not checks and setup. */
    AGENT,
    NONE,
    /** All use the host's own network, with the services that listen on its loopback. */
    HOST;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static NetworkAccess of(String wire) {
        return Wire.parse(NetworkAccess.class, wire);
    }
}
