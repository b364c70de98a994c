package dev.pawl.evidence.check;

import dev.pawl.workflows.model.ContentRef;

/** Stores the whole (bounded, redacted) output of a check. Storing a text twice gives the same reference. */
@FunctionalInterface
public interface OutputStore {
    ContentRef put(String text);
}
