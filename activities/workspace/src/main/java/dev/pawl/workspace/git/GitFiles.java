package dev.pawl.workspace.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks whether git can be started on a repository at all: if an agent replaced one of its files by a pipe, git would
 * block on it.
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
