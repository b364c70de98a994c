package dev.pawl.workflows.task.person;

import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Which updates took effect. The engine knows that of one run only: whoever lost the answer to an update and sends it
 * again after the task continued as new must not be refused, and must not act twice.
 */
final class HandledUpdates {
    /** Who repeats an update does so before people said that many other things. */
    private static final int MAX = 100;

    private final SequencedSet<String> ids;

    HandledUpdates(List<String> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    /** Whether the update that is handled now took effect before. */
    boolean repeated() {
        return Workflow.getCurrentUpdateInfo()
                .map(UpdateInfo::getUpdateId)
                .filter(ids::contains)
                .isPresent();
    }

    void tookEffect() {
        Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).ifPresent(ids::add);
        if (ids.size() > MAX) {
            ids.removeFirst();
        }
    }

    /** Oldest first. */
    List<String> ids() {
        return List.copyOf(ids);
    }
}
