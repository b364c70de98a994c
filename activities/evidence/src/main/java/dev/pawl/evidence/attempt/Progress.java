package dev.pawl.evidence.attempt;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import java.util.concurrent.CancellationException;

/** The caller's side of long work: it is notified of results and can cancel the work. */
public interface Progress {
    /** Ignores results and never cancels. */
    Progress NONE = new Progress() {};

    /** A check of an iteration, or of the baseline, has its result. */
    default void finished(CheckEvidence check) {}

    /** A phase of the work begins, such as {@code running setup}. */
    default void doing(String phase) {}

    /** Returning true ends the running check and makes the work throw a {@link CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** @throws CancellationException if cancelled, so that nothing disturbs a newer attempt */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("the result is no longer wanted");
        }
    }
}
