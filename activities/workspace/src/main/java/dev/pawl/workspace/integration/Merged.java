package dev.pawl.workspace.integration;

import java.util.List;
import java.util.SortedSet;

/** What became of a result that was to be merged onto the head. */
public sealed interface Merged {
    /** @param tree with both */
    record Clean(String tree) implements Merged {}

    /**
     * The head and the result do not fit together.
     *
     * @param paths at least one
     */
    record Conflict(SortedSet<String> paths) implements Merged {}

    /**
     * The result changes what its package does not own.
     *
     * @param paths at least one
     * @param reasons one line for each
     */
    record Trespass(SortedSet<String> paths, List<String> reasons) implements Merged {
        public Trespass {
            reasons = List.copyOf(reasons);
        }
    }

    /** The result changes nothing that the head does not have already. */
    record Empty() implements Merged {}
}
