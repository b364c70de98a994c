package dev.pawl.workspace.delivery;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lock.DeliveryWatch;
import dev.pawl.workspace.lock.DirectoryBusyException;
import dev.pawl.workspace.notes.WorkspaceRecord;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * Delivers a snapshot to the user as far as a task permits. The only code that writes to the user's directory or
 * repository: {@code apply} to files, never to the repository; {@code branch} one new branch.
 */
public final class ResultDelivery {
    private final Workspaces workspaces;
    private final Git git;

    public ResultDelivery(Workspaces workspaces) {
        this(workspaces, new Git("git"));
    }

    public ResultDelivery(Workspaces workspaces, Git git) {
        this.workspaces = workspaces;
        this.git = git;
    }

    /**
     * Idempotent: skips what is already delivered, and completes an interrupted attempt. A result that does not fit is
     * refused as a whole, with the reason.
     */
    public Delivered deliver(String taskId, DeliverySpec spec, String snapshot, DeliveryWatch watch) {
        Workspace workspace = workspaces.open(taskId);
        return switch (spec.mode()) {
            case NONE -> new Delivered(true, "no delivery was requested");
            case APPLY -> apply(workspace, taskId, snapshot, watch);
            case BRANCH -> branch(workspace, taskId, spec, snapshot, watch);
        };
    }

    /**
     * Delivers commits as a new branch, each as it is. Idempotent like {@link #deliver}.
     *
     * @param repository of Pawl's, whose commits are on top of the one that the user's repository had at the start
     * @param ref of it that names the last commit
     */
    public Delivered deliverCommits(String id, DeliverySpec spec, Path repository, String ref, DeliveryWatch watch) {
        return onRepository(
                id, spec, (source, branch) -> new CommitsBranch(git, source, repository, branch, watch).deliver(ref));
    }

    private Delivered apply(Workspace workspace, String taskId, String snapshot, DeliveryWatch watch) {
        WorkspaceRecord record = workspace.record();
        if (record.inPlace()) {
            return new Delivered(true, "the result is already in the directory, the agent worked in it");
        }
        if (record.source() == null) {
            return new Delivered(false, "the task began with an empty workspace, there is no directory to apply to");
        }
        Path target = Path.of(record.source());
        try {
            return workspaces
                    .writers()
                    .write(
                            target,
                            taskId,
                            watch,
                            () -> new ResultPatch(git, workspace, workspaces.journals(), target, taskId, watch)
                                    .apply(snapshot));
        } catch (DirectoryBusyException e) {
            return new Delivered(false, "nothing was applied, " + e.getMessage());
        }
    }

    private Delivered branch(
            Workspace workspace, String taskId, DeliverySpec spec, String snapshot, DeliveryWatch watch) {
        return onRepository(
                taskId,
                spec,
                (source, branch) ->
                        new ResultBranch(git, source, workspace, branch, watch).deliver(snapshot, spec.title()));
    }

    private Delivered onRepository(
            String id, DeliverySpec spec, BiFunction<SourceRepository, NewBranch, Delivered> deliver) {
        WorkspaceRecord record = workspaces.open(id).record();
        if (record.source() == null || record.head() == null) {
            return new Delivered(
                    false,
                    "the work did not begin with a commit of a git repository, so there is nothing to branch from");
        }
        return SourceRepository.at(git, Path.of(record.source()))
                .map(source -> deliver.apply(source, NewBranch.of(git, source, spec.branch(), id)))
                .orElseGet(() -> new Delivered(false, "the directory is no longer a git repository"));
    }
}
