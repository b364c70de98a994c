package dev.pawl.task.reap;

import dev.pawl.host.directory.HomeWorkers;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes and private directories of runs that dead workers of this home left on the host. Nothing of a live worker
 * is touched, so that any number of workers may do this at once and at any time.
 */
public record DeadWorkers(HomeWorkers workers, ProcessSupervisor processes, HostDirectories directories) {
    private static final Logger LOG = LoggerFactory.getLogger(DeadWorkers.class);

    /**
     * Whether this is the only live worker here, so that everything else that runs for this home is a dead worker's.
     */
    public boolean alone() {
        return workers.living().size() == 1;
    }

    /** Ends and removes the leftovers. Idempotent. */
    public void bury() {
        workers.bury(worker -> {
            int ended = processes.sweepWorker(worker);
            Removal.remove(directories.runs().resolve(worker));
            LOG.info("worker {} is dead; ended {} of its processes", worker, ended);
        });
        runs().forEach(Removal::remove);
    }

    /** Reports the leftovers, and removes them if asked to. */
    void compare(Findings findings) {
        for (String worker : workers.dead()) {
            List<Long> left =
                    processes.startedBy(worker).stream().map(ProcessHandle::pid).toList();
            if (!left.isEmpty()) {
                findings.safe(
                        InconsistencyKind.ORPHAN_PROCESS,
                        worker,
                        "processes %s of a dead worker".formatted(left),
                        "end them",
                        () -> processes.sweepWorker(worker));
            }
        }
        for (Path run : runs()) {
            findings.safe(
                    InconsistencyKind.ORPHAN_RUN,
                    directories.home().relativize(run).toString(),
                    "private files of runs of a dead worker",
                    "remove them",
                    () -> Removal.remove(run));
        }
        if (findings.repairs()) {
            bury();
        }
    }

    /** Directories of runs whose worker is dead or unknown. */
    public List<Path> runs() {
        if (!Files.isDirectory(directories.runs())) {
            return List.of();
        }
        // Listed first: a live worker is registered before it creates one.
        try (Stream<Path> entries = Files.list(directories.runs())) {
            List<Path> found = entries.sorted().toList();
            Set<String> living = workers.living();
            return found.stream()
                    .filter(run -> !living.contains(run.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the runs of this host", e);
        }
    }
}
