package dev.pawl.workspace.delivery;

import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.lfs.LfsPointer;
import dev.pawl.workspace.snapshot.RawChange;
import dev.pawl.workspace.snapshot.StoredFile;
import dev.pawl.workspace.snapshot.SubmoduleChanges;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The changes of a result that are not simply files of the user's repository. */
final class ChangedParts {
    private final Workspace workspace;
    private final List<RawChange> changes;

    ChangedParts(Workspace workspace, String snapshot) {
        this.workspace = workspace;
        this.changes = RawChange.parse(workspace.shadow().rawChanges(workspace.base(), snapshot, false));
    }

    /** A submodule with a changed file, for people. */
    Optional<String> submodule() {
        return changes.stream()
                .flatMap(change ->
                        SubmoduleChanges.containing(
                                workspace.record().shape().submodules().keySet(), change.path())
                                .stream())
                .map(RawPath::display)
                .findFirst();
    }

    /** Copies the contents of changed files of Git LFS, whose pointers a branch has, to the user's. */
    void giveContents(Path store) {
        LfsFiles lfs = workspace.lfs();
        List<StoredFile> pointers = changes.stream()
                .filter(change -> !change.deleted() && lfs.names(change.path()))
                .map(RawChange::stored)
                .filter(file -> !file.link())
                .toList();
        workspace
                .shadow()
                .read(
                        pointers,
                        (file, content) -> LfsPointer.of(content.readNBytes(LfsFiles.LONGEST_POINTER + 1))
                                .ifPresent(pointer -> lfs.stores().give(pointer, store)));
    }
}
