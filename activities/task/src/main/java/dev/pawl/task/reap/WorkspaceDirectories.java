package dev.pawl.task.reap;

import dev.pawl.db.task.TaskRow;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workspaces and directories of checks on this host that no task can still use. */
final class WorkspaceDirectories {
    /** A task whose workflow still runs releases them itself within this time after its end. */
    private static final Duration GIVING_BACK = Duration.ofMinutes(5);

    private final ReapRecords records;
    private final TaskWorkflows workflows;
    private final HostDirectories directories;

    WorkspaceDirectories(ReapRecords records, TaskWorkflows workflows, HostDirectories directories) {
        this.records = records;
        this.workflows = workflows;
        this.directories = directories;
    }

    int count() {
        return entries(directories.workspaces()).size();
    }

    void compare(Findings findings) {
        // Listed first: each one's task was registered before it was created.
        List<Path> found = Stream.of(directories.workspaces(), directories.checks(), directories.agentSessions())
                .flatMap(parent -> entries(parent).stream())
                .toList();
        if (found.isEmpty()) {
            return;
        }
        Set<String> used = records.audit().inUse(GIVING_BACK).stream()
                .filter(this::mayBeUsed)
                .map(HostDirectories::segment)
                .collect(Collectors.toCollection(HashSet::new));
        records.audit().plansInUse(GIVING_BACK).stream()
                .map(HostDirectories::segment)
                .forEach(used::add);
        found.stream()
                .filter(directory -> !used.contains(directory.getFileName().toString()))
                .forEach(directory -> orphan(directory, findings));
    }

    private void orphan(Path directory, Findings findings) {
        String name = directories.home().relativize(directory).toString();
        Optional<String> id = HostDirectories.id(directory.getFileName().toString());
        Optional<TaskRow> task = id.flatMap(records.tasks().tasks()::find);
        if (id.filter(records.audit()::endedPlan).isPresent()) {
            findings.safe(
                    InconsistencyKind.ORPHAN_WORKSPACE,
                    name,
                    "its plan has ended",
                    "remove it; the integration repository stays",
                    () -> Removal.remove(directory));
        } else if (task.isEmpty()) {
            findings.forPerson(
                    InconsistencyKind.ORPHAN_WORKSPACE,
                    name,
                    "this database does not know its task",
                    "check whether it belongs to another database; if not, remove it");
        } else if (workflows.of(task.get()) instanceof WorkflowState.Ended && Files.exists(directory)) {
            // Checked last: its task may have released it and ended since it was listed.
            findings.safe(
                    InconsistencyKind.ORPHAN_WORKSPACE,
                    name,
                    "its task has ended",
                    "remove it; its snapshots are kept",
                    () -> Removal.remove(directory));
        }
    }

    private boolean mayBeUsed(String taskId) {
        return records.tasks()
                .tasks()
                .find(taskId)
                .map(task -> task.finishedAt() == null || workflows.of(task).mayRun())
                .orElse(false);
    }

    private static List<Path> entries(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
