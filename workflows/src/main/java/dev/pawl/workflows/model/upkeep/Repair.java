package dev.pawl.workflows.model.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** What became of an inconsistency. */
public enum Repair {
    /** It was put right. */
    DONE,
    /** It can be put right without losing anything. */
    SAFE,
    /** A person has to. */
    BY_PERSON;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static Repair of(String wire) {
        return Wire.parse(Repair.class, wire);
    }
}
