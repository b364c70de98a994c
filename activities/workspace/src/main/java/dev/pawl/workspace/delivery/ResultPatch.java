package dev.pawl.workspace.delivery;

import dev.pawl.host.file.Removal;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.journal.DeliveryJournal;
import dev.pawl.workspace.journal.DeliveryJournals;
import dev.pawl.workspace.journal.JournaledWrites;
import dev.pawl.workspace.journal.PlannedWrite;
import dev.pawl.workspace.journal.UndoneDelivery;
import dev.pawl.workspace.lock.DeliveryWatch;
import dev.pawl.workspace.snapshot.Diff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Applies a result to the user's directory, completely or not at all. A journal is written first, so that the next
 * attempt completes an interrupted delivery, or undoes it if the user has changed a file meanwhile.
 */
final class ResultPatch {
    private final Git git;
    private final Workspace workspace;
    private final DeliveryJournals journals;
    private final Path target;
    private final String taskId;
    private final DeliveryWatch watch;

    ResultPatch(
            Git git, Workspace workspace, DeliveryJournals journals, Path target, String taskId, DeliveryWatch watch) {
        this.git = git;
        this.workspace = workspace;
        this.journals = journals;
        this.target = target;
        this.taskId = taskId;
        this.watch = watch;
    }

    Delivered apply(String snapshot) {
        if (!Files.isDirectory(target) || !Files.isWritable(target)) {
            return new Delivered(false, "directory %s is gone or cannot be written to".formatted(target));
        }
        try {
            if (!target.toRealPath().equals(target)) {
                return new Delivered(false, "directory %s is a link to another one now".formatted(target));
            }
            Optional<DeliveryJournal> interrupted = journals.find(taskId);
            return interrupted.isPresent()
                    ? write(
                            interrupted.get(),
                            "the changes, begun before an interruption, were applied to the directory")
                    : begin(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be applied to %s: %s".formatted(target, e), e);
        }
    }

    private Delivered begin(String snapshot) throws IOException {
        Diff diff = workspace.diff(workspace.base(), snapshot);
        if (diff.empty()) {
            return new Delivered(true, "there are no changes to apply");
        }
        Path stage = Files.createDirectory(journals.clear(taskId).resolve("stage"));
        StagedPatch patch = new StagedPatch(git, workspace, target, stage, snapshot);
        return switch (patch.plan(diff)) {
            case DeliveryPlan.Present() -> ended(true, "the changes are already in the directory");
            case DeliveryPlan.Conflict(String reason) ->
                ended(false, "nothing was applied, the directory has changed since: " + reason);
            case DeliveryPlan.Writes(List<PlannedWrite> writes) -> {
                DeliveryJournal journal = journal(patch, writes);
                Removal.remove(stage);
                yield write(journal, "%d changed files were applied to the directory".formatted(diff.files()));
            }
        };
    }

    private DeliveryJournal journal(StagedPatch patch, List<PlannedWrite> writes) throws IOException {
        for (int i = 0; i < writes.size(); i++) {
            PlannedWrite write = writes.get(i);
            if (write.before().stored()) {
                journals.keep(taskId, i, true, patch.before(write.path()));
            }
            if (write.after().stored()) {
                journals.keep(taskId, i, false, patch.after(write.path()));
            }
        }
        DeliveryJournal journal = new DeliveryJournal(taskId, target.toString(), writes, patch.directories());
        watch.check();
        journals.begin(journal);
        return journal;
    }

    private Delivered write(DeliveryJournal journal, String done) throws IOException {
        JournaledWrites writes = new JournaledWrites(journals, journal, watch::check);
        List<String> changed = writes.changed();
        try {
            if (changed.isEmpty()) {
                changed = writes.complete();
            }
        } catch (IOException e) {
            return undone(writes, "the result could not be written: " + said(e));
        }
        return changed.isEmpty()
                ? ended(true, done)
                : undone(writes, "%s changed while the result was applied".formatted(JournaledWrites.shown(changed)));
    }

    private Delivered undone(JournaledWrites writes, String why) throws IOException {
        return ended(false, UndoneDelivery.note(writes.undo(), why));
    }

    private Delivered ended(boolean done, String note) {
        journals.end(taskId);
        return new Delivered(done, note);
    }

    private static String said(IOException e) {
        return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
    }
}
