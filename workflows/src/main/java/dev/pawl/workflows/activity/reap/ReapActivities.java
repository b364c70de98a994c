package dev.pawl.workflows.activity.reap;

import io.temporal.activity.ActivityInterface;

/** Compares the database with the engine; runs on any worker. */
@ActivityInterface
public interface ReapActivities {
    /** Finds what nothing else will close, and closes it if requested. Idempotent; may run concurrently. */
    RowsReaped reapRows(Reap input);
}
