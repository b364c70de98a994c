package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What happens to a task that spent its own budget and is not done. */
public enum TaskBreach {
    /** It ends with its last result. */
    END,
    /** A person is asked for more. */
    ASK;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static TaskBreach of(String wire) {
        return Wire.parse(TaskBreach.class, wire);
    }
}
