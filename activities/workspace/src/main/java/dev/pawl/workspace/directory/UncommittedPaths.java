package dev.pawl.workspace.directory;

import dev.pawl.workspace.snapshot.StoredFile;
import java.util.List;
import java.util.stream.Stream;

/** What was uncommitted in the user's repository when a task started. */
public final class UncommittedPaths {
    private UncommittedPaths() {}

    /**
     * Raw paths that the base has otherwise than the commit. A directory, such as a repository inside the user's own,
     * stands for all its files.
     */
    public static List<String> of(Workspace workspace) {
        List<StoredFile> files = workspace.shadow().files(workspace.base());
        return workspace.record().uncommitted().stream()
                .flatMap(path -> path.endsWith("/")
                        ? files.stream().map(StoredFile::path).filter(file -> file.startsWith(path))
                        : Stream.of(path))
                .toList();
    }
}
