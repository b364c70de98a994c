package dev.pawl.workspace.integration;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lock.DirectoryBusyException;
import dev.pawl.workspace.lock.DirectoryLock;
import dev.pawl.workspace.notes.SourceShape;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.IgnoreRules;
import dev.pawl.workspace.scan.KnownBlobs;
import dev.pawl.workspace.scan.ScanLimits;
import dev.pawl.workspace.scan.ScannedFile;
import dev.pawl.workspace.scan.TreeScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes, opens and removes the integration repositories of this host. */
public final class IntegrationRepositories {
    private final HostDirectories host;
    private final Workspaces workspaces;
    private final Git git;

    public IntegrationRepositories(HostDirectories host, Workspaces workspaces) {
        this(host, workspaces, new Git("git"));
    }

    public IntegrationRepositories(HostDirectories host, Workspaces workspaces, Git git) {
        this.host = host;
        this.workspaces = workspaces;
        this.git = git;
    }

    /**
     * Makes the repository of a plan from what a task would start from. Repeating it changes nothing.
     *
     * @throws WorkspaceUnusableException saying what to do
     */
    public IntegrationRepository make(String planId, WorkspaceSpec spec) {
        if (spec.mode() == WorkspaceMode.IN_PLACE) {
            throw new WorkspaceUnusableException(
                    "a plan works on a private copy of its repository; remove 'mode: in-place'");
        }
        if (!Files.isDirectory(host.integration(planId))) {
            host.create(host.plan(planId));
            Workspace workspace = workspaces.prepareMovable(planId, spec);
            refuse(workspace.record());
            new IntegrationDraft(git, workspace, host.plan(planId).resolve("draft")).make(host.integration(planId));
        }
        Removal.remove(host.workspaceParent(planId));
        return new IntegrationRepository(git, host.integration(planId), planId);
    }

    /** A plan needs everything in commits, since it merges trees and clones them for each package. */
    private void refuse(WorkspaceRecord record) {
        SourceShape shape = record.shape();
        String reason = "";
        if (!shape.submodules().isEmpty()) {
            reason = "has submodules (%s)"
                    .formatted(String.join(
                            ", ",
                            shape.submodules().keySet().stream()
                                    .map(RawPath::display)
                                    .sorted()
                                    .toList()));
        } else if (!shape.absent().isEmpty() && partial(record.source())) {
            reason = "is a partial clone without the files that its sparse checkout leaves out";
        }
        if (!reason.isEmpty()) {
            throw new WorkspaceUnusableException(
                    "the plan's repository %s %s, which a plan cannot merge; run its packages as single tasks%s"
                            .formatted(
                                    record.source(),
                                    reason,
                                    shape.absent().isEmpty()
                                            ? ""
                                            : ", or first: git -C %s sparse-checkout disable"
                                                    .formatted(record.source())));
        }
    }

    private boolean partial(@Nullable String source) {
        return source != null
                && SourceRepository.at(git, Path.of(source))
                        .filter(repository -> new SourceObjects(git, repository).partial())
                        .isPresent();
    }

    /**
     * Has the repository of a plan to itself.
     *
     * @param known a commit that was the head once
     * @throws WorkspaceUnusableException if this host has none
     * @throws DirectoryBusyException if another worker of the host is at it; trying again helps
     */
    public <T> T alone(String planId, String known, Function<IntegrationRepository, T> work) {
        Path directory = host.integration(planId);
        if (!Files.isDirectory(directory)) {
            throw new WorkspaceUnusableException("this host has no integration repository of plan " + planId);
        }
        Optional<DirectoryLock> lock = DirectoryLock.take(host, directory);
        if (lock.isEmpty()) {
            throw new DirectoryBusyException("another worker integrates into " + directory);
        }
        try (DirectoryLock held = lock.get()) {
            IntegrationRepository repository = new IntegrationRepository(git, directory, planId);
            repository.repair(known);
            return work.apply(repository);
        }
    }

    /** Stores the files of a commit as a snapshot of the plan, to deliver them as a task's result is. */
    public String snapshot(String planId, IntegrationRepository repository, String commit) {
        Workspace workspace = workspaces.open(planId);
        Path place = host.create(host.plan(planId)).resolve("result");
        Removal.remove(place);
        try {
            repository.checkout(commit, host.create(place));
            NavigableSet<String> kept = new TreeSet<>(repository.files(commit));
            IgnoreRules rules = new IgnoreRules(workspace.record().rules(), Set.of());
            List<ScannedFile> files =
                    TreeScan.scan(place, rules, kept, ScanLimits.STANDARD).files();
            return workspace
                    .shadow()
                    .store(place, workspace.lfs(), KnownBlobs.NONE, files, "result", workspace.base())
                    .commit();
        } finally {
            Removal.remove(place);
        }
    }
}
