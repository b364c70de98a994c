package dev.pawl.workflows.task.person;

import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The updates that took effect. The engine deduplicates within one run only: a client that lost the response and
 * retries after continue-as-new must not be refused, and the update must not take effect twice.
 */
public final class HandledUpdates {
    /** A client retries before people have said that many other things. */
    private static final int MAX = 100;

    private final SequencedSet<String> ids;

    public HandledUpdates(List<String> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    /** Whether the current update took effect before. */
    public boolean repeated() {
        return Workflow.getCurrentUpdateInfo()
                .map(UpdateInfo::getUpdateId)
                .filter(ids::contains)
                .isPresent();
    }

    public void tookEffect() {
        Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).ifPresent(ids::add);
        if (ids.size() > MAX) {
            ids.removeFirst();
        }
    }

    /** Oldest first. */
    public List<String> ids() {
        return List.copyOf(ids);
    }
}
