package dev.pawl.workspace.delivery;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lock.DeliveryWatch;
import java.nio.file.Path;
import java.util.Optional;

/** Delivers the commits of a plan as a new branch of the user's repository, by one atomic step of git. */
final class CommitsBranch {
    private static final String UPLOAD_PACK = "git -c 'safe.directory=*' upload-pack";

    private final Git git;
    private final SourceRepository source;
    private final Path repository;
    private final NewBranch branch;
    private final DeliveryWatch watch;

    CommitsBranch(Git git, SourceRepository source, Path repository, NewBranch branch, DeliveryWatch watch) {
        this.git = git;
        this.source = source;
        this.repository = repository;
        this.branch = branch;
        this.watch = watch;
    }

    /** @param ref of the plan's repository */
    Delivered deliver(String ref) {
        try {
            String commit = git.run(GitCommand.in(repository, "rev-parse", "--verify", "--quiet", ref))
                    .line();
            Optional<Delivered> present = branch.present(commit);
            if (present.isPresent()) {
                return present.get();
            }
            String refused = branch.refused();
            return refused.isEmpty() ? created(ref) : new Delivered(false, refused);
        } catch (GitFailure e) {
            return new Delivered(false, "no branch could be made: " + e.error());
        }
    }

    private Delivered created(String ref) {
        watch.check();
        GitResult result = git.attempt(source.read(
                        "fetch",
                        "--quiet",
                        "--no-tags",
                        "--no-write-fetch-head",
                        "--no-auto-maintenance",
                        "--upload-pack",
                        UPLOAD_PACK,
                        repository.toString(),
                        ref + ":" + branch.ref())
                .with("GIT_COMMITTER_NAME", "Pawl")
                .with("GIT_COMMITTER_EMAIL", "pawl@localhost"));
        return result.ok()
                ? new Delivered(
                        true, "branch %s holds the result; git merge %1$s takes it over".formatted(branch.name()))
                : new Delivered(false, "branch %s could not be made: %s".formatted(branch.name(), result.error()));
    }
}
