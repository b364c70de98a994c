package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What becomes of a task that spent its own budget and is not done. */
public enum TaskBreach {
    /** It ends with what it has. */
    END,
    /** A person is asked for more. */
    ASK;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static TaskBreach of(String wire) {
        return Wire.parse(TaskBreach.class, wire);
    }
}
