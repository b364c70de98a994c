package dev.pawl.workflows.model.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** State of a package. The last six are final. */
public enum PackageState {
    /** For what it needs, or for a slot. */
    WAITING,
    /** A task works on it. */
    RUNNING,
    /** Its task is accepted; the merge queue has it. */
    ACCEPTED,
    /** Its work is in the integration repository. */
    INTEGRATED,
    /** Its task failed, or its work could not be integrated in any of its attempts. */
    FAILED,
    /** Its task ended without a proven result. */
    REJECTED,
    /** Something it needs is not integrated and never will be, or the plan ended first. */
    BLOCKED,
    CANCELLED,
    /** A person removed it from the plan. */
    DROPPED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static PackageState of(String wire) {
        return Wire.parse(PackageState.class, wire);
    }

    /** Whether the package stays in this state. */
    public boolean ended() {
        return switch (this) {
            case WAITING, RUNNING, ACCEPTED -> false;
            case INTEGRATED, FAILED, REJECTED, BLOCKED, CANCELLED, DROPPED -> true;
        };
    }
}
