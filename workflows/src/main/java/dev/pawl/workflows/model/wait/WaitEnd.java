package dev.pawl.workflows.model.wait;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What follows if nobody answers before the deadline. None of them accepts anything. */
public enum WaitEnd {
    /** The task ends with its last result. */
    STOP,
    /** The task ends as rejected. */
    REJECT,
    /** The task goes on without an answer; as {@code stop} if only a named answer lets it go on. */
    CONTINUE;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static WaitEnd of(String wire) {
        return Wire.parse(WaitEnd.class, wire);
    }
}
