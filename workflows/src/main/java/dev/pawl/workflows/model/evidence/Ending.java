package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** How an agent run ended, derived from all of its output and never from its exit code alone. */
public enum Ending {
    FINISHED,
    TURN_LIMIT,
    BUDGET,
    /** The account's budget left no more, or no session at all. */
    ACCOUNT_BUDGET,
    TIMED_OUT,
    IDLE,
    RATE_LIMITED,
    /** The provider will serve the request within seconds to minutes; the account is not limited. */
    BUSY,
    /** The provider serves nothing until a person acts: credits, a plan, a spend limit. */
    OUT_OF_CREDIT,
    /** The agent's own session is full; a new one can continue. */
    SESSION_FULL,
    REFUSED,
    NOT_INSTALLED,
    UNAUTHENTICATED,
    INVALID,
    PROVIDER_ERROR,
    CRASHED,
    CANCELLED;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static Ending of(String wire) {
        return Wire.parse(Ending.class, wire);
    }
}
