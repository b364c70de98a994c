package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Work that shows no text: a file mode, white space, or a file that has to be empty. It counts if a check became green,
 * or if the task names the file and files of that name are usually empty.
 */
final class SmallWork {
    private static final Pattern USUALLY_EMPTY =
            Pattern.compile("(?:.*/)?(?:__init__\\.py|py\\.typed|\\.gitkeep|\\.keep|\\.nojekyll)");

    private final List<Change> changes;
    private final boolean turned;

    /** @param turned whether a check that was red in the baseline is green now */
    SmallWork(List<Change> changes, boolean turned) {
        this.changes = List.copyOf(changes);
        this.turned = turned;
    }

    /** @param needed empty declared files without which a check is red */
    List<FileEvidence> files(List<FileEvidence> declared, Set<String> needed) {
        return declared.stream().map(file -> file(file, needed)).toList();
    }

    /** Empty declared files that only a check can prove right. */
    List<String> doubtful(List<FileEvidence> declared) {
        return declared.stream()
                .filter(file -> turned && file.exists() && file.empty() && !usuallyEmpty(file) && changed(file.path()))
                .map(FileEvidence::path)
                .toList();
    }

    DiffSummary diff(DiffSummary diff, List<FileEvidence> declared) {
        boolean work = diff.meaningful()
                || (diff.files() > 0
                        && (turned || declared.stream().anyMatch(file -> file.present() && file.changed())));
        return new DiffSummary(diff.files(), diff.added(), diff.removed(), work, diff.patch());
    }

    private FileEvidence file(FileEvidence file, Set<String> needed) {
        boolean right = needed.contains(file.path()) || usuallyEmpty(file);
        boolean changed = file.changed()
                || (turned && changed(file.path()))
                || changes.stream().anyMatch(change -> change.modeChanged() && isAt(change, file.path()));
        return new FileEvidence(file.path(), file.exists(), file.empty() && !right, changed);
    }

    private static boolean usuallyEmpty(FileEvidence file) {
        return USUALLY_EMPTY.matcher(file.path()).matches();
    }

    private boolean changed(String declared) {
        return changes.stream().anyMatch(change -> isAt(change, declared));
    }

    private static boolean isAt(Change change, String declared) {
        Set<String> names = SnapshotPath.named(List.of(declared));
        return change.paths().stream().anyMatch(path -> SnapshotPath.within(names, path));
    }
}
