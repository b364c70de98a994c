package dev.pawl.workspace.integration;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ShadowRepository;
import dev.pawl.workspace.snapshot.SnapshotComparison;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The accepted result of a package, ready to be merged, or why it cannot be. */
public final class PackageWork {
    private final IntegrationRepository repository;
    private final PackageScope scope;
    private final @Nullable TaskTrees trees;
    private final Merged refusal;

    private PackageWork(
            IntegrationRepository repository, PackageScope scope, @Nullable TaskTrees trees, Merged refusal) {
        this.repository = repository;
        this.scope = scope;
        this.trees = trees;
        this.refusal = refusal;
    }

    /**
     * Keeps the result in the repository, whatever becomes of it there.
     *
     * @param workspace of the package's task, which cloned the repository
     * @param snapshot the result
     * @throws dev.pawl.workspace.WorkspaceUnusableException if the task did not start from this repository
     */
    public static PackageWork of(
            IntegrationRepository repository, String taskId, Workspace workspace, String snapshot, PackageScope scope) {
        List<Change> changes = workspace.changes(workspace.base(), snapshot);
        if (changes.isEmpty()) {
            return new PackageWork(repository, scope, null, new Merged.Empty());
        }
        List<Finding> violations = scope.violations(changes, workspace.files(workspace.base()));
        if (!violations.isEmpty()) {
            return new PackageWork(
                    repository,
                    scope,
                    null,
                    new Merged.Trespass(
                            paths(violations),
                            violations.stream().map(Finding::detail).toList()));
        }
        TaskTrees trees = TaskTrees.of(repository.git(), workspace, snapshot);
        repository.keep(
                HostDirectories.segment(taskId),
                repository
                        .git()
                        .commit(trees.result(), workspace.record().head(), "Result of " + PackageCommit.line(taskId)));
        return new PackageWork(repository, scope, trees, new Merged.Empty());
    }

    /** On top of a commit: at most what the package may change differs from it. */
    public Merged onto(String head) {
        if (trees == null) {
            return refusal;
        }
        Merged merged = new TreeMerge(repository.git()).merge(trees, repository.tree(head));
        return merged instanceof Merged.Clean(String tree) ? allowed(head, tree) : merged;
    }

    /** What others renamed may lead a change to a path that is not the package's. */
    private Merged allowed(String head, String tree) {
        ShadowRepository reader = repository.git().reader();
        List<Change> changes = new SnapshotComparison(reader, head, tree).changes();
        if (changes.isEmpty()) {
            return new Merged.Empty();
        }
        List<String> before = reader.files(head).stream()
                .map(file -> RawPath.display(file.path()))
                .toList();
        List<Finding> violations = scope.violations(changes, before);
        return violations.isEmpty() ? new Merged.Clean(tree) : new Merged.Conflict(paths(violations));
    }

    private static SortedSet<String> paths(List<Finding> findings) {
        SortedSet<String> paths = new TreeSet<>();
        findings.forEach(finding -> paths.add(finding.path()));
        return paths;
    }
}
