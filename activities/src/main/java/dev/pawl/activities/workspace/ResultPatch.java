package dev.pawl.activities.workspace;

import dev.pawl.workflows.activity.Delivered;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Applies a result to the user's directory. Git works with the shadow repository here, so neither settings nor
 * attributes of the user's repository take part, and its index and history cannot be reached.
 */
final class ResultPatch {
    private final Git git;
    private final Workspace workspace;
    private final Path target;

    ResultPatch(Git git, Workspace workspace, Path target) {
        this.git = git;
        this.workspace = workspace;
        this.target = target;
    }

    Delivered apply(String snapshot) {
        if (!Files.isDirectory(target) || !Files.isWritable(target)) {
            return new Delivered(false, "the directory is gone or cannot be written to");
        }
        Diff diff = workspace.diff(workspace.base(), snapshot);
        if (diff.empty()) {
            return new Delivered(true, "there are no changes to apply");
        }
        if (run(diff, "--reverse", "--check").ok()) {
            return new Delivered(true, "the changes are already in the directory");
        }
        GitResult check = run(diff, "--check");
        if (check.ok()) {
            git.run(command(diff));
            return new Delivered(true, "%d changed files were applied to the directory".formatted(diff.files()));
        }
        if (new InterruptedPatch(workspace, target, snapshot).complete()) {
            return new Delivered(true, "the changes, begun before an interruption, were applied to the directory");
        }
        return new Delivered(false, "nothing was applied, the directory has changed since: " + reason(check));
    }

    private GitResult run(Diff diff, String... options) {
        return git.attempt(command(diff, options));
    }

    private GitCommand command(Diff diff, String... options) {
        String[] line = new String[options.length + 5];
        line[0] = "--git-dir=" + workspace.shadow().directory();
        line[1] = "--work-tree=" + target;
        line[2] = "apply";
        line[3] = "--whitespace=nowarn";
        System.arraycopy(options, 0, line, 4, options.length);
        line[line.length - 1] = diff.patch().toString();
        return GitCommand.in(target, line);
    }

    private static String reason(GitResult check) {
        return check.error()
                .lines()
                .filter(line -> line.startsWith("error: "))
                .map(line -> line.substring("error: ".length()))
                .findFirst()
                .orElse(check.error());
    }
}
