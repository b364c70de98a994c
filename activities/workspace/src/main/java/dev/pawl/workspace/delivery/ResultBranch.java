package dev.pawl.workspace.delivery;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lock.DeliveryWatch;
import java.util.Optional;

/**
 * Delivers a result as a new branch of the user's repository, on top of the commit that the task started from. The
 * branch appears by one atomic step of git; an interrupted attempt is repeated.
 */
final class ResultBranch {
    private final Git git;
    private final SourceRepository source;
    private final Workspace workspace;
    private final NewBranch branch;
    private final DeliveryWatch watch;

    ResultBranch(Git git, SourceRepository source, Workspace workspace, NewBranch branch, DeliveryWatch watch) {
        this.git = git;
        this.source = source;
        this.workspace = workspace;
        this.branch = branch;
        this.watch = watch;
    }

    Delivered deliver(String snapshot, String title) {
        ChangedParts parts = new ChangedParts(workspace, snapshot);
        Optional<String> submodule = parts.submodule();
        if (submodule.isPresent()) {
            return new Delivered(
                    false,
                    "the result changes submodule %s, which a branch of this repository cannot contain; apply it to the directory"
                            .formatted(submodule.get()));
        }
        try (BranchDraft draft = new BranchDraft(git, source, workspace)) {
            String commit = draft.commit(snapshot, title);
            Optional<Delivered> present = branch.present(commit);
            if (present.isPresent()) {
                return present.get();
            }
            String refused = branch.refused();
            if (!refused.isEmpty()) {
                return new Delivered(false, refused);
            }
            parts.giveContents(new SourceObjects(git, source).lfs());
            return created(draft, commit);
        } catch (GitFailure e) {
            return new Delivered(false, "no branch could be created:  " + e.error());
        }
    }

    private Delivered created(BranchDraft draft, String commit) {
        GitCommand fetch = draft.fetch(commit, branch.ref());
        watch.check();
        GitResult result = git.attempt(fetch);
        return result.ok()
                ? new Delivered(
                        true, "branch %s has the result; merge it with: git merge %1$s".formatted(branch.name()))
                : new Delivered(false, "branch %s could not be created: %s".formatted(branch.name(), result.error()));
    }
}
