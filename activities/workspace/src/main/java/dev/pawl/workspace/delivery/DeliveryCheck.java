package dev.pawl.workspace.delivery;

import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.notes.WorkspaceRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks before an agent works whether its result could be delivered as things are; delivery itself checks again. */
public final class DeliveryCheck {
    private final Workspaces workspaces;
    private final Git git;

    public DeliveryCheck(Workspaces workspaces) {
        this.workspaces = workspaces;
        this.git = new Git("git");
    }

    /** @throws WorkspaceUnusableException with the reason and the next step, if it could not */
    public void check(String taskId, DeliverySpec spec) {
        WorkspaceRecord record = workspaces.open(taskId).record();
        String refused = switch (spec.mode()) {
            case NONE -> "";
            case APPLY -> apply(record);
            case BRANCH -> branch(record, taskId, spec);
        };
        if (!refused.isEmpty()) {
            throw new WorkspaceUnusableException("the result could not be delivered: " + refused);
        }
    }

    private static String apply(WorkspaceRecord record) {
        if (record.source() == null) {
            return "deliver: apply needs a directory; name it with 'workspace:', or use deliver: none";
        }
        return Files.isWritable(Path.of(record.source()))
                ? ""
                : "directory %s cannot be written to".formatted(record.source());
    }

    private String branch(WorkspaceRecord record, String taskId, DeliverySpec spec) {
        if (record.source() == null || record.head() == null) {
            return "deliver: branch needs a git repository with a commit as workspace; use deliver: %s"
                    .formatted((record.source() == null ? DeliverMode.NONE : DeliverMode.APPLY).wire());
        }
        Optional<SourceRepository> source = SourceRepository.at(git, Path.of(record.source()));
        if (source.isEmpty()) {
            return record.source() + " is not a git repository any more";
        }
        try {
            NewBranch branch = NewBranch.of(git, source.get(), spec.branch(), taskId);
            return branch.commit().isPresent()
                    ? "branch %s already exists; delete it, or name another with 'branch:'".formatted(branch.name())
                    : branch.refused();
        } catch (GitFailure e) {
            return "git cannot use repository %s: %s".formatted(record.source(), e.error());
        }
    }
}
