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
 * What workers of this home that died left on the host: processes, and the private directories of their runs. Nothing of a
 * living worker is touched, so that any number of them may look at once and at any time.
 */
public record DeadWorkers(HomeWorkers workers, ProcessSupervisor processes, HostDirectories directories) {
    private static final Logger LOG = LoggerFactory.getLogger(DeadWorkers.class);

    /** Whether this worker is the only one here, so that whatever else runs for this home is a dead one's. */
    public boolean alone() {
        return workers.living().size() == 1;
    }

    /** Ends and removes what is left. Idempotent. */
    public void bury() {
        workers.bury(worker -> {
            int ended = processes.sweepWorker(worker);
            Removal.remove(directories.runs().resolve(worker));
            LOG.info("worker {} has died; ended {} processes of it", worker, ended);
        });
        runs().forEach(Removal::remove);
    }

    /** Tells what there is of them, and puts it right where that is wanted. */
    void compare(Findings findings) {
        for (String worker : workers.dead()) {
            List<Long> left =
                    processes.startedBy(worker).stream().map(ProcessHandle::pid).toList();
            if (!left.isEmpty()) {
                findings.safe(
                        InconsistencyKind.ORPHAN_PROCESS,
                        worker,
                        "processes %s of a worker that has died".formatted(left),
                        "end them",
                        () -> processes.sweepWorker(worker));
            }
        }
        for (Path run : runs()) {
            findings.safe(
                    InconsistencyKind.ORPHAN_RUN,
                    directories.home().relativize(run).toString(),
                    "private files of runs whose worker has died",
                    "remove them",
                    () -> Removal.remove(run));
        }
        if (findings.repairs()) {
            bury();
        }
    }

    /** Directories of runs whose worker is dead or was never known. */
    public List<Path> runs() {
        if (!Files.isDirectory(directories.runs())) {
            return List.of();
        }
        // Listed first: a living worker was so before it made one.
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
