package dev.pawl.cli.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the last commit of a repository contains.
 *
 * @param root of the repository, or a bare one; absolute
 */
public record LastCommit(Path root) {
    /** Whether a commit contains a directory. */
    public enum Answer {
        YES,
        NO,
        /** There is no commit, no repository, or no git. */
        UNKNOWN
    }

    /** @param path relative to the root */
    public Answer hasDirectory(String path) {
        Run run = git("ls-tree", "-z", "--full-tree", "HEAD", "--", path);
        if (run.exitCode != 0) {
            return Answer.UNKNOWN;
        }
        return run.output.startsWith("040000 tree ") ? Answer.YES : Answer.NO;
    }

    /** Whether the rules of the repository ignore a path. */
    public boolean ignores(String path) {
        return git("check-ignore", "-q", "--", path).exitCode == 0;
    }

    private record Run(int exitCode, String output) {}

    private Run git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(root.getParent()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException withoutGit) {
            return new Run(-1, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run(-1, "");
        }
    }
}
