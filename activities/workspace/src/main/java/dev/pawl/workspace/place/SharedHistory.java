package dev.pawl.workspace.place;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.SourceRepository;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The history of a large repository, which a workspace borrows instead of copying it. Where the file system allows it,
 * its files are links to the user's own, so it needs no room, and what the user's git removes stays.
 */
public final class SharedHistory {
    private SharedHistory() {}

    /**
     * The bare repository to borrow from; the checks of the task use the same.
     *
     * @return empty if the user's repository no longer has the commit
     */
    public static Optional<Path> of(Git git, Path directory, SourceRepository source, String head) {
        return BaseHistory.of(git, directory, source, head).map(made -> directory);
    }
}
