package dev.pawl.evidence;

import dev.pawl.db.content.ContentLostException;
import dev.pawl.evidence.attempt.Progress;
import dev.pawl.evidence.check.CheckDetection;
import dev.pawl.evidence.observed.ReadObserver;
import dev.pawl.evidence.obstacle.HostObstacles;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.SnapshotTree;
import dev.pawl.evidence.tree.Subtree;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.ForkPoint;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.delivery.DeliveryCheck;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import dev.pawl.workspace.surroundings.TaskSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Prepares a workspace: base snapshot, setup, and one run of the checks as the baseline. Idempotent. */
public final class Preparation {
    static final String BASELINE = "baseline";
    private static final int LOOKED_AT = 64 * 1024;

    private final EvidenceHost host;

    public Preparation(EvidenceHost host) {
        this.host = host;
    }

    /**
     * @throws WorkspaceUnusableException with the next step; also if a setup command fails
     * @throws dev.pawl.workspace.WorkspaceHeldException if another task works in the directory
     */
    public Prepared prepare(PrepareWorkspace input, Progress progress) {
        TaskRequest request = input.request();
        Workspace workspace = host.workspaces().prepare(input.taskId(), request.workspace(), progress::doing);
        new TaskSandbox(host.directories()).check(request, workspace.directory());
        new DeliveryCheck(host.workspaces()).check(input.taskId(), DeliverySpec.of(request));
        FileTree base = base(workspace);
        List<CheckSpec> checks = request.checks().isEmpty()
                ? CheckDetection.of(Subtree.of(base, request.workspace().start()))
                : request.checks();
        String changed = input.changedCheck();
        if (changed != null) {
            List<CheckSpec> check =
                    checks.stream().filter(one -> one.name().equals(changed)).toList();
            workspace = taken(input.taskId(), request, workspace, check);
        }
        if (input.again()) {
            host.notes(input.taskId()).write(BASELINE, run(input.taskId(), request, workspace, checks, progress));
        }
        Baseline baseline = baseline(input.taskId(), request, workspace, checks, progress);
        HostObstacles obstacles =
                new HostObstacles(request, base, workspace, host.runner().variables(), this::output);
        return new Prepared(
                workspace.base(),
                workspace.baseTree(),
                checks,
                baseline.evidence(),
                notes(workspace, request, checks, baseline, host.runner().unset(request.environment())),
                obstacles.among(checks, baseline.evidence()),
                forked(input, workspace));
    }

    /** Brings the workspace to the result that the task starts from, once the base was looked at. */
    private static @Nullable String forked(PrepareWorkspace input, Workspace workspace) {
        ForkPoint from = input.request().workspace().from();
        if (from == null || input.again() || input.changedCheck() != null) {
            return null;
        }
        workspace.restore(from.snapshot());
        return from.snapshot();
    }

    /** The excerpt, and the end of what is stored. */
    private String output(CheckEvidence check) {
        ContentRef stored = check.output();
        if (stored == null) {
            return check.excerpt();
        }
        try (InputStream in = host.contents().open(stored.sha256())) {
            in.skipNBytes(Math.max(0, stored.size() - LOOKED_AT));
            return check.excerpt() + "\n" + new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
        } catch (IOException | ContentLostException e) {
            return check.excerpt();
        }
    }

    /** Rebases onto the check's files as they are in the user's directory now, including those it was seen to read. */
    private Workspace taken(String taskId, TaskRequest request, Workspace workspace, List<CheckSpec> check) {
        Map<String, String> observed = host.notes(taskId)
                .read(BASELINE, Baseline.class)
                .map(Baseline::own)
                .orElse(Map.of());
        String theirs = host.workspaces().theirs(taskId);
        Set<String> paths = new TreeSet<>();
        for (String commit : List.of(workspace.base(), theirs)) {
            FileTree tree = new SnapshotTree(workspace, commit);
            paths.addAll(new ProtectedFiles(request, check, tree, observed).trusted());
        }
        return host.workspaces().rebase(taskId, theirs, paths);
    }

    /** The stored baseline; if the host lost it, it is computed again. */
    Baseline baseline(
            String taskId, TaskRequest request, Workspace workspace, List<CheckSpec> checks, Progress progress) {
        HostNotes notes = host.notes(taskId);
        return notes.read(BASELINE, Baseline.class)
                .filter(stored -> stored.base().equals(workspace.base()))
                .orElseGet(() -> {
                    Baseline fresh = run(taskId, request, workspace, checks, progress);
                    notes.write(BASELINE, fresh);
                    return fresh;
                });
    }

    private Baseline run(
            String taskId, TaskRequest request, Workspace workspace, List<CheckSpec> checks, Progress progress) {
        CheckRuns runs = host.checks(taskId, request, progress);
        boolean untouched = workspace.holds(workspace.baseTree());
        return untouched
                ? inWorkspace(request, workspace, checks, runs, progress)
                : inCheckout(request, workspace, checks, runs, progress);
    }

    private static Baseline inWorkspace(
            TaskRequest request, Workspace workspace, List<CheckSpec> checks, CheckRuns runs, Progress progress) {
        if (!request.setup().isEmpty()) {
            progress.doing("running setup");
        }
        setup(request, workspace.directory(), runs);
        leaveOut(workspace, request);
        runs.commit(workspace, workspace.base());
        Baseline baseline = baseline(request, workspace, checks, workspace.directory(), runs, progress);
        workspace.settle();
        return baseline;
    }

    /** If an agent has already worked in the workspace, it no longer holds the base. */
    private static Baseline inCheckout(
            TaskRequest request, Workspace workspace, List<CheckSpec> checks, CheckRuns runs, Progress progress) {
        return runs.inCheckout(BASELINE, place -> workspace.checkout(workspace.base(), place), checkout -> {
            setup(request, checkout, runs);
            return baseline(request, workspace, checks, checkout, runs, progress);
        });
    }

    private static Baseline baseline(
            TaskRequest request,
            Workspace workspace,
            List<CheckSpec> checks,
            Path directory,
            CheckRuns runs,
            Progress progress) {
        progress.doing("running the checks on the base");
        FileTree base = base(workspace);
        ReadObserver reads = new ReadObserver(request, base, directory);
        // Before the marks, since setting access times changes the ctime.
        reads.begin(command -> runs.setup(List.of(command), directory).isEmpty());
        FileMarks marks = FileMarks.of(directory, base.files());
        return runs.baseline(workspace.base(), base, checks, directory, reads, progress::finished)
                .withWritten(marks.written());
    }

    private static FileTree base(Workspace workspace) {
        return new SnapshotTree(workspace, workspace.base());
    }

    private static void setup(TaskRequest request, Path directory, CheckRuns runs) {
        String failure = runs.setup(request.setup(), directory);
        if (!failure.isEmpty()) {
            throw new WorkspaceUnusableException(failure);
        }
    }

    /** Files that setup added are no part of a result; files that it changed are restored. */
    private static void leaveOut(Workspace workspace, TaskRequest request) {
        if (request.setup().isEmpty()) {
            return;
        }
        String now = workspace.snapshot("after-setup").commit();
        Set<String> kept = new HashSet<>();
        workspace.files(workspace.base()).forEach(file -> kept.addAll(SnapshotPath.directories(file)));
        Set<String> made = new LinkedHashSet<>();
        List<String> changed = new ArrayList<>();
        for (Change change : workspace.changes(workspace.base(), now)) {
            if (change.kind() == ChangeKind.ADDED) {
                made.add(topmost(change.path(), kept));
            } else {
                changed.addAll(change.paths());
            }
        }
        workspace.restorePaths(workspace.base(), changed);
        workspace.ignoreArtefacts(made);
    }

    /** The topmost directory of a path that holds nothing of the base. */
    private static String topmost(String path, Set<String> kept) {
        return SnapshotPath.directories(path).stream()
                .filter(directory -> !kept.contains(directory))
                .findFirst()
                .orElse(path);
    }

    private List<String> notes(
            Workspace workspace, TaskRequest request, List<CheckSpec> checks, Baseline baseline, List<String> unset) {
        List<String> notes = new ArrayList<>(workspace.notes());
        unset.forEach(name -> notes.add(
                "environment: %s is not set for the worker, so setup and checks do not have it; set it where Pawl is started"
                        .formatted(name)));
        notes.addAll(
                new TaskSandbox(host.directories()).notes(request.workspace().sandbox()));
        if (request.checks().isEmpty()) {
            checks.forEach(check -> notes.add("detected check '%s': %s".formatted(check.name(), check.run())));
        }
        if (!baseline.note().isEmpty()) {
            notes.add(baseline.note());
        }
        for (String check : baseline.counted()) {
            notes.add("check '%s' has tests whose names differ in each run; these are compared by their number"
                    .formatted(check));
        }
        for (CheckEvidence check : baseline.evidence()) {
            if (check.state() == CheckState.TIMED_OUT) {
                notes.add(
                        "check '%s' %s before any agent worked; give it more with 'timeout' under 'checks' in the task file"
                                .formatted(check.name(), check.reason()));
            }
            Integer exitCode = check.exitCode();
            if (exitCode != null && (exitCode == 126 || exitCode == 127)) {
                String why = check.excerpt().lines().reduce("", (first, last) -> last);
                notes.add("check '%s' may name a program that is not installed here: %s".formatted(check.name(), why));
            }
        }
        return notes;
    }
}
