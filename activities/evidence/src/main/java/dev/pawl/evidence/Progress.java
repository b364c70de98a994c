package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import java.util.concurrent.CancellationException;

/** The caller's side of a long piece of work: it is told what is done and may end it. */
public interface Progress {
    /** Tells nobody and never cancels. */
    Progress NONE = new Progress() {};

    /** A check of an iteration, or of the baseline, has its result. */
    default void finished(CheckEvidence check) {}

    /** True ends the running check, and the work with a {@link CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** @throws CancellationException once it is cancelled, before anything is done that could disturb who has the work now */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("nobody waits for this any more");
        }
    }
}
