package dev.pawl.db.check;

import java.util.List;

/** Writes of {@link CheckResults}. */
public interface CheckResultWrites {
    /** Stores all results of an iteration at once, in this order, replacing earlier ones. */
    void store(String taskId, int iteration, List<CheckResultRow> results);
}
