package dev.pawl.workspace.directory;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.place.SharedHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decides whether a workspace gets a private copy of a history or borrows it, and whether it fits on the disk.
 *
 * @param place for Pawl's own files of the task
 * @param shareAbove bytes of a history that is borrowed; a sandbox does not show it, so nothing is borrowed there
 */
record HistoryRoom(Git git, Path place, long shareAbove) {
    /**
     * @return the history to borrow; empty for a private copy
     * @throws WorkspaceUnusableException if it does not fit
     */
    Optional<Path> of(SourceRepository source) {
        SourceObjects objects = new SourceObjects(git, source);
        long bytes = objects.bytes();
        String head = source.head();
        boolean shared = bytes > shareAbove && !objects.partial() && !objects.shallow();
        boolean linked = shared && sameStore(place, source.commonDirectory());
        DiskNeed.here().require(source, linked ? 0 : bytes, place);
        return shared && head != null
                ? SharedHistory.of(git, place.resolve("history"), source, head)
                : Optional.empty();
    }

    private static boolean sameStore(Path one, Path other) {
        try {
            return Files.getFileStore(one).equals(Files.getFileStore(other));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find the disk of " + other, e);
        }
    }
}
