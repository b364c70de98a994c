package dev.pawl.workflows.model.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** State of an inconsistency's repair. */
public enum Repair {
    /** Repaired. */
    DONE,
    /** Can be repaired without losing data. */
    SAFE,
    /** A person has to repair it. */
    BY_PERSON;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static Repair of(String wire) {
        return Wire.parse(Repair.class, wire);
    }
}
