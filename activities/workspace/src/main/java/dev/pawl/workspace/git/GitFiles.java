package dev.pawl.workspace.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells whether git can be started on a repository at all: an agent may have put a pipe in the place of one of its
 * files, and git would wait for ever to read it.
 */
public final class GitFiles {
    private static final List<String> READ_BY_GIT = List.of(
            "HEAD",
            "config",
            "config.worktree",
            "index",
            "packed-refs",
            "commondir",
            "gitdir",
            "shallow",
            "info/exclude",
            "info/grafts",
            "info/attributes",
            "objects/info/alternates");

    private GitFiles() {}

    /** @param directory a work tree or a bare repository */
    public static boolean sound(Path directory) {
        Path git = directory.resolve(".git");
        if (Files.isDirectory(git)) {
            return regular(git);
        }
        if (!Files.exists(git)) {
            return regular(directory);
        }
        return Files.isRegularFile(git) && linked(directory, git);
    }

    private static boolean linked(Path directory, Path file) {
        Path own = directory.resolve(value(file).replaceFirst("^gitdir: ", ""));
        Path common = own.resolve("commondir");
        return regular(own)
                && (!Files.exists(common) || regular(own.resolve(value(common)).normalize()));
    }

    private static boolean regular(Path repository) {
        return READ_BY_GIT.stream()
                .map(repository::resolve)
                .allMatch(file -> !Files.exists(file) || Files.isRegularFile(file));
    }

    private static String value(Path file) {
        return new String(RawPath.bytes(SmallFile.raw(file)), StandardCharsets.UTF_8).strip();
    }
}
