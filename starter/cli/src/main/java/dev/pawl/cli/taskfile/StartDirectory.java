package dev.pawl.cli.taskfile;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs of a task start. If a task names a part of a git repository as its workspace, the whole repository
 * becomes the workspace, and the paths of the task, which are relative to that part, become relative to the repository.
 *
 * @param workspace null means an empty one
 * @param prefix of the paths of the task: empty, or with a slash at its end
 * @param path relative to the workspace; empty for the workspace itself
 */
record StartDirectory(@Nullable Path workspace, String prefix, String path) {
    /** @param given paths and globs as the task names them */
    List<String> paths(List<String> given) {
        return prefix.isEmpty()
                ? given
                : given.stream()
                        .map(each -> prefix + (each.startsWith("./") ? each.substring(2) : each))
                        .toList();
    }

    /** @param given globs; if there are none, a task owns the directory that it starts in */
    List<String> owned(List<String> given) {
        return given.isEmpty() && !path.isEmpty() ? List.of(path + "/**") : paths(given);
    }

    /** @param given patterns as in {@code .gitignore}, of which those without a slash match at any depth */
    List<String> patterns(List<String> given) {
        return prefix.isEmpty() ? given : given.stream().map(this::pattern).toList();
    }

    private String pattern(String given) {
        boolean negated = given.startsWith("!");
        String pattern = negated ? given.substring(1) : given;
        int slash = pattern.indexOf('/');
        boolean anyDepth = slash < 0 || slash == pattern.length() - 1;
        return (negated ? "!" : "") + prefix.replaceAll("[\\\\*?\\[]", "\\\\$0") + (anyDepth ? "**/" : "") + pattern;
    }

    TaskFile.Tests tests(TaskFile.Tests given) {
        return new TaskFile.Tests(paths(given.mayChange()), paths(given.mayRemove()));
    }

    /** Joins relative paths. */
    static String joined(String... parts) {
        return String.join("/", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }
}
