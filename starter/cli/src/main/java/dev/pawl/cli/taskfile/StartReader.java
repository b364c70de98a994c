package dev.pawl.cli.taskfile;

import dev.pawl.cli.repository.LastCommit;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.yaml.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the programs of a task start. Reports a directory that an isolated workspace would not have, because the
 * last commit of its repository does not contain it.
 */
final class StartReader {
    private static final String KEY = "directory";
    private static final String COMMIT_IT = "commit it, or add include-uncommitted: true";

    private final Section keys;
    private final Path home;
    private final boolean inPlace;
    private final boolean uncommitted;

    /** @param home of the user */
    StartReader(Section keys, Path home, boolean inPlace, boolean uncommitted) {
        this.keys = keys;
        this.home = home;
        this.inPlace = inPlace;
        this.uncommitted = uncommitted;
    }

    /** @param workspace as the task names it; null if it names none, or if it was reported */
    StartDirectory read(@Nullable Path workspace) {
        String below = below();
        if (workspace == null) {
            if (!below.isEmpty() && !keys.has("workspace")) {
                keys.problem(KEY, "without a workspace there is no directory", "name it with 'workspace'");
            }
            return new StartDirectory(workspace, "", below);
        }
        StartDirectory start = inPlace ? new StartDirectory(workspace, "", below) : around(workspace, below);
        if (!below.isEmpty()) {
            check(workspace, start, below);
        }
        return start;
    }

    private String below() {
        String given = keys.text(KEY);
        if (given == null) {
            return "";
        }
        if (Places.leavesWorkspace(given)) {
            keys.problem(KEY, "'" + given + "' leads out of the workspace", "it is relative to the workspace");
            return "";
        }
        return Stream.of(given.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }

    /** The workspace, or the repository that it is a part of. */
    private StartDirectory around(Path workspace, String below) {
        StartDirectory alone = new StartDirectory(workspace, "", below);
        Path part = real(workspace);
        Optional<Path> root = part == null
                ? Optional.empty()
                : Repository.around(part).map(Repository::root).filter(top -> !top.equals(part));
        if (part == null || root.isEmpty()) {
            return alone;
        }
        Path top = root.get();
        String prefix = top.relativize(part).toString();
        LastCommit commit = new LastCommit(top);
        return switch (commit.hasDirectory(prefix)) {
            case UNKNOWN -> alone;
            case YES -> within(top, prefix, below);
            case NO -> {
                // A home directory may be a repository of settings.
                if (top.equals(home) || commit.ignores(prefix)) {
                    yield alone;
                }
                if (!uncommitted) {
                    keys.problem("workspace", "%s is not in the last commit of %s".formatted(part, top), COMMIT_IT);
                }
                yield within(top, prefix, below);
            }
        };
    }

    private static StartDirectory within(Path top, String prefix, String below) {
        return new StartDirectory(top, prefix + "/", StartDirectory.joined(prefix, below));
    }

    private void check(Path workspace, StartDirectory start, String below) {
        Path top = start.workspace() == null ? workspace : start.workspace();
        boolean there = Files.isDirectory(top.resolve(start.path()));
        LastCommit.Answer committed =
                inPlace ? LastCommit.Answer.UNKNOWN : new LastCommit(top).hasDirectory(start.path());
        if (committed == LastCommit.Answer.NO && there && !uncommitted) {
            keys.problem(KEY, "'%s' is not in the last commit of %s".formatted(below, top), COMMIT_IT);
        } else if (committed != LastCommit.Answer.YES && !there) {
            keys.problem(
                    KEY, "'%s' is no directory of %s".formatted(below, workspace), "it is relative to the workspace");
        }
    }

    private static @Nullable Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException reportedAlready) {
            return null;
        }
    }
}
