package dev.pawl.workspace.delivery;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.SourceRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A branch that a delivery creates in the user's repository. */
record NewBranch(Git git, SourceRepository source, String name) {
    private static final String HEADS = "refs/heads/";

    /** @param named absent means one named after the task */
    static NewBranch of(Git git, SourceRepository source, @Nullable String named, String taskId) {
        return new NewBranch(
                git, source, named == null ? SourceRepository.RESULTS + HostDirectories.segment(taskId) : named);
    }

    String ref() {
        return HEADS + name;
    }

    /** The outcome of a delivery of this commit if the branch exists; empty if it is still to be created. */
    Optional<Delivered> present(String commit) {
        return commit().map(present -> present.equals(commit)
                ? new Delivered(true, "branch %s is already there".formatted(name))
                : new Delivered(
                        false, "branch %s exists with other content; rename or delete it first".formatted(name)));
    }

    /** The commit it names; empty if it does not exist, or is not a valid branch name. */
    Optional<String> commit() {
        if (!wellFormed()) {
            return Optional.empty();
        }
        GitResult result = git.attempt(source.read("rev-parse", "--verify", "--quiet", ref()));
        return result.ok() ? Optional.of(result.line()) : Optional.empty();
    }

    /** Why no branch of this name can be created, whatever its content, and what to do; empty if it can. */
    String refused() {
        if (!wellFormed()) {
            return "'%s' is not a valid branch name; correct 'branch:'".formatted(name);
        }
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            String above = name.substring(0, slash);
            if (git.attempt(source.read("rev-parse", "--verify", "--quiet", HEADS + above))
                    .ok()) {
                return blocked(above);
            }
        }
        String below = git.attempt(source.read("for-each-ref", "--count=1", "--format=%(refname:short)", ref() + "/"))
                .line();
        return below.isEmpty() ? notWritable() : blocked(below);
    }

    private boolean wellFormed() {
        return !name.startsWith("-")
                && !name.equals("HEAD")
                && git.attempt(source.read("check-ref-format", ref())).ok();
    }

    private String blocked(String other) {
        return "branch %s cannot be created while branch %s exists; rename that one, or name another with 'branch:'"
                .formatted(name, other);
    }

    private String notWritable() {
        for (String part : new String[] {"objects", "refs/heads"}) {
            Path directory = source.directory()
                    .resolve(git.run(source.read("rev-parse", "--git-path", part))
                            .line());
            if (Files.exists(directory) && !Files.isWritable(directory)) {
                return "branch %s cannot be created, since %s cannot be written to".formatted(name, directory);
            }
        }
        return "";
    }
}
