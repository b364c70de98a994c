package dev.pawl.cli.repository;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A git repository of the user.
 *
 * @param root its top directory, absolute
 */
public record Repository(Path root) {
    /** Below the top directory of a repository. */
    public static final String DEFAULTS = ".pawl/defaults.yaml";

    /**
     * The innermost repository that contains a directory; empty if none does.
     *
     * @param directory absolute
     */
    public static Optional<Repository> around(Path directory) {
        for (@Nullable Path at = directory.normalize(); at != null; at = at.getParent()) {
            // A directory, or the file of a worktree or a submodule.
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(new Repository(at));
            }
        }
        return Optional.empty();
    }

    /** The defaults of its tasks; need not exist. */
    public Path defaults() {
        return root.resolve(DEFAULTS);
    }
}
