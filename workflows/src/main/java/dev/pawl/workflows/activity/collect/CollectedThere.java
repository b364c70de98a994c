package dev.pawl.workflows.activity.collect;

import java.util.List;

/** What was removed in one place, with one entry per kind. */
public record CollectedThere(List<Collected> collected) {
    public CollectedThere {
        collected = List.copyOf(collected);
    }
}
