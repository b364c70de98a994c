package dev.pawl.workflows.model.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What a plan asks of a running task. */
public enum PlanWord {
    PAUSE,
    RESUME,
    INSTRUCT,
    STOP,
    CANCEL;

    /** The name in JSON: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static PlanWord of(String wire) {
        return Wire.parse(PlanWord.class, wire);
    }
}
