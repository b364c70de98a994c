package dev.pawl.task.reap;

import dev.pawl.db.audit.Audit;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Processes of live workers whose session has already ended, for example since the worker was suspended. */
final class LivingRuns {
    /** A healthy worker ends them within a few heartbeats. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Audit audit;
    private final DeadWorkers workers;

    LivingRuns(Audit audit, DeadWorkers workers) {
        this.audit = audit;
        this.workers = workers;
    }

    int count() {
        return processes().size();
    }

    void compare(Findings findings) {
        List<String> tags = processes().stream()
                .map(process -> workers.processes().runOf(process))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        for (String tag : audit.endedRuns(tags, SETTLED)) {
            findings.safe(
                    InconsistencyKind.ORPHAN_PROCESS,
                    tag,
                    "processes of a session that has ended",
                    "end them",
                    () -> workers.processes().sweep(tag));
        }
    }

    private List<ProcessHandle> processes() {
        return workers.workers().living().stream()
                .map(workers.processes()::startedBy)
                .flatMap(Collection::stream)
                .toList();
    }
}
