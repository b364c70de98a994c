package dev.pawl.workflows.model.upkeep;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it should be.
 *
 * @param subject the id of the task, session or question, or the name of what is left on a host
 * @param hostId where it is; absent for what is in the database or the engine
 * @param detail one line for people, at most {@value #LONGEST} characters
 * @param fix what puts it right, one line
 * @param repair whether it was put right, can be, or cannot without a person
 */
public record Inconsistency(
        InconsistencyKind kind, String subject, @Nullable String hostId, String detail, String fix, Repair repair) {
    public static final int LONGEST = 300;

    public Inconsistency {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }
}
