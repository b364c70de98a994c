package dev.pawl.workflows.plan.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Accepted packages in the order in which they are integrated, one batch at a time. Mutable. */
public final class MergeQueue {
    private final SequencedSet<String> waiting;
    private List<String> batch = List.of();

    public MergeQueue(List<String> waiting) {
        this.waiting = new LinkedHashSet<>(waiting);
    }

    public void add(String id) {
        if (!batch.contains(id)) {
            waiting.add(id);
        }
    }

    /** Takes a package out, unless it is being integrated. */
    public boolean remove(String id) {
        return waiting.remove(id);
    }

    /**
     * @param most the largest batch
     * @return the packages to integrate now; empty if a batch is being integrated, or none waits
     */
    public List<String> next(int most) {
        if (!batch.isEmpty()) {
            return List.of();
        }
        batch = waiting.stream().limit(most).toList();
        batch.forEach(waiting::remove);
        return batch;
    }

    /** The batch is decided. */
    public void settled() {
        batch = List.of();
    }

    /** Whether a batch is being integrated. */
    public boolean busy() {
        return !batch.isEmpty();
    }

    /** Whether this package is being integrated. */
    public boolean integrates(String id) {
        return batch.contains(id);
    }

    public boolean empty() {
        return waiting.isEmpty() && batch.isEmpty();
    }

    /** Everything that is not decided, in order. */
    public List<String> ids() {
        List<String> all = new ArrayList<>(batch);
        all.addAll(waiting);
        return all;
    }
}
