package dev.pawl.db.decision;

import java.util.OptionalInt;

/** Writes of {@link Decisions} that take a whole decision. */
public interface DecisionWrites {
    /**
     * Stores a decision; storing its round again has no effect. Call it with the task's row locked, as in {@link
     * dev.pawl.db.event.Events#together}, so that no two decisions take the same number.
     *
     * @return its number; empty if the round was decided before
     */
    OptionalInt store(NewDecision decision);
}
