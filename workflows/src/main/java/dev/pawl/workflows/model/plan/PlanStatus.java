package dev.pawl.workflows.model.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Status of a plan. The last four are final. */
public enum PlanStatus {
    SUBMITTED,
    RUNNING,
    /** For a person. */
    WAITING,
    PAUSED,
    /** Every package is integrated or was dropped. */
    ACCEPTED,
    /** At least one package is integrated, but not all. */
    PARTIAL,
    FAILED,
    CANCELLED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static PlanStatus of(String wire) {
        return Wire.parse(PlanStatus.class, wire);
    }

    /** Whether the plan has ended. */
    public boolean ended() {
        return switch (this) {
            case SUBMITTED, RUNNING, WAITING, PAUSED -> false;
            case ACCEPTED, PARTIAL, FAILED, CANCELLED -> true;
        };
    }
}
