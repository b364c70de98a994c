package dev.pawl.workflows.model.upkeep;

import org.jspecify.annotations.Nullable;

/**
 * An inconsistency between database, engine and hosts.
 *
 * @param subject the id of the task, session or question, or the name of what is left on a host
 * @param hostId its host; absent for the database or the engine
 * @param detail one line for people, at most {@value #LONGEST} characters
 * @param fix how to repair it, one line
 * @param repair whether it was repaired, can be, or needs a person
 */
public record Inconsistency(
        InconsistencyKind kind, String subject, @Nullable String hostId, String detail, String fix, Repair repair) {
    public static final int LONGEST = 300;

    public Inconsistency {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }
}
