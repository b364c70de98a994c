package dev.pawl.workflows.activity.reap;

import io.temporal.activity.ActivityInterface;

/** Compares what is written down with the engine; any worker can. */
@ActivityInterface
public interface ReapActivities {
    /** Finds what nobody else will close, and closes it where asked. Any number of times, also at once. */
    RowsReaped reapRows(Reap input);
}
