package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** How one agent run ended, read from all it said and never from its exit code alone. */
public enum Ending {
    FINISHED,
    TURN_LIMIT,
    BUDGET,
    /** The budget of the provider's account left no more, or no session at all. */
    ACCOUNT_BUDGET,
    TIMED_OUT,
    IDLE,
    RATE_LIMITED,
    /** The provider serves the same request in seconds to minutes; the account is not limited. */
    BUSY,
    /** The provider serves nothing before a person has acted: credits, a plan, a spend limit. */
    OUT_OF_CREDIT,
    /** The agent's own session takes nothing more; a new one does. */
    SESSION_FULL,
    REFUSED,
    NOT_INSTALLED,
    UNAUTHENTICATED,
    INVALID,
    PROVIDER_ERROR,
    CRASHED,
    CANCELLED;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static Ending of(String wire) {
        return Wire.parse(Ending.class, wire);
    }
}
