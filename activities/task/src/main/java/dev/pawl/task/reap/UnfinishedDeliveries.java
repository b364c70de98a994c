package dev.pawl.task.reap;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workspace.journal.UndoneDelivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Interrupted deliveries on this host that their task will never complete. */
final class UnfinishedDeliveries {
    private final ReapRecords records;
    private final TaskWorkflows workflows;
    private final HostDirectories directories;

    UnfinishedDeliveries(ReapRecords records, TaskWorkflows workflows, HostDirectories directories) {
        this.records = records;
        this.workflows = workflows;
        this.directories = directories;
    }

    void compare(Findings findings) {
        for (Path journal : journals()) {
            HostDirectories.id(journal.getFileName().toString()).ifPresent(task -> compare(task, findings));
        }
    }

    private void compare(String taskId, Findings findings) {
        UndoneDelivery undone = new UndoneDelivery(directories);
        Optional<String> unfinished = undone.unfinished(taskId);
        boolean over = records.tasks()
                .tasks()
                .find(taskId)
                .map(task -> workflows.of(task) instanceof WorkflowState.Ended)
                .orElseGet(() -> records.audit().endedPlan(taskId));
        if (over && unfinished.isPresent()) {
            findings.safe(
                    InconsistencyKind.UNFINISHED_DELIVERY,
                    taskId,
                    "its task ended in the middle of a delivery: " + unfinished.get(),
                    "undo its changes",
                    () -> undo(undone, taskId));
        }
    }

    private static void undo(UndoneDelivery undone, String taskId) {
        Optional<String> note = undone.undo(taskId, () -> {});
        if (undone.unfinished(taskId).isPresent()) {
            throw new IllegalStateException(note.orElse("it is still unfinished"));
        }
    }

    private List<Path> journals() {
        if (!Files.isDirectory(directories.deliveries())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directories.deliveries())) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directories.deliveries(), e);
        }
    }
}
