package dev.pawl.evidence;

import dev.pawl.db.content.Stored;
import dev.pawl.evidence.attempt.Progress;
import dev.pawl.evidence.inline.InlineTests;
import dev.pawl.evidence.library.TestLibraries;
import dev.pawl.evidence.protect.CopiedValues;
import dev.pawl.evidence.protect.ExcusedTests;
import dev.pawl.evidence.protect.Granted;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.protect.Removals;
import dev.pawl.evidence.protect.RunnerTampering;
import dev.pawl.evidence.suppress.Suppressions;
import dev.pawl.evidence.tree.HiddenWork;
import dev.pawl.evidence.tree.SnapshotTree;
import dev.pawl.evidence.tree.WatchedPaths;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.evidence.Proof;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import dev.pawl.workspace.snapshot.Diff;
import dev.pawl.workspace.snapshot.Ownership;
import dev.pawl.workspace.snapshot.Snapshot;
import dev.pawl.workspace.snapshot.SubmoduleChanges;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gathers the evidence of one iteration. The order matters: running processes are ended before anything is read, the
 * tests of the base are restored before any check runs, and the workspace keeps exactly what was checked.
 */
public final class Assessment {
    private final EvidenceHost host;
    private final Progress progress;
    private final AssessIteration input;
    private final AgentTraces traces;
    private final TaskRequest request;
    private final List<CheckSpec> checks;
    private final Workspace workspace;
    private final ProtectedFiles files;
    private final SnapshotTree base;
    private final CheckRuns runs;
    private Baseline baseline;
    private List<String> together = List.of();
    private final List<Finding> findings = new ArrayList<>();

    private Assessment(EvidenceHost host, AssessIteration input, AgentTraces traces, Progress progress) {
        this.host = host;
        this.traces = traces;
        this.progress = progress;
        this.input = input;
        this.request = input.request();
        this.checks = input.prepared().checks();
        this.workspace = host.workspaces().open(input.taskId());
        this.base = new SnapshotTree(workspace, workspace.base());
        this.runs = host.checks(input.taskId(), request, progress);
        this.baseline = new Preparation(host).baseline(input.taskId(), request, workspace, checks, progress);
        this.files = new ProtectedFiles(request, checks, base, baseline.own());
    }

    /**
     * Assessing the same workspace again gives the same evidence, except for durations.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public static Evidence of(EvidenceHost host, AssessIteration input, AgentTraces traces, Progress progress) {
        progress.check();
        int ended = host.processes().sweep(input.taskId());
        return new Assessment(host, input, traces, progress).assess(ended);
    }

    private Evidence assess(int ended) {
        Snapshot result = new AgentResult(host, input, workspace, files, base).settle(ended, findings);
        boolean restored = workspace.restoreCopied(workspace.directory());
        List<Change> changes = workspace.changes(workspace.base(), result.commit());
        Set<String> changed = Change.allPaths(changes);
        base.with(changed);
        SnapshotTree after = new SnapshotTree(workspace, result.commit()).with(changed);
        InlineTests inline = new InlineTests(files, base, after, changed);
        Granted granted = granted(after, changes);
        findings.addAll(result.findings());
        List<FileEvidence> looked = look(after, changes, changed, inline);
        List<CheckEvidence> checked = new ArrayList<>();
        new SetupAgain(host.notes(input.taskId()), workspace, runs)
                .run(request.setup(), result, restored)
                .ifPresent(findings::add);
        runs.commit(workspace, result.commit());
        WatchedChecks watched = new WatchedChecks(runs, baseline, files.trusted());
        for (CheckSpec check : counted()) {
            CheckEvidence evidence = watched.check(check, workspace.directory(), findings);
            checked.add(evidence);
            progress.finished(evidence);
        }
        input.skipped().forEach(check -> findings.add(skipped(check)));
        stillness(result);
        List<CheckSpec> turned =
                checks.stream().filter(check -> baseline.turned(check, checked)).toList();
        SmallWork small = new SmallWork(changes, !turned.isEmpty());
        List<FileEvidence> declared = small.files(looked, needed(small.doubtful(looked), turned, result));
        DiffSummary diff = small.diff(diff(result), declared);
        boolean green = green(declared, checked, diff);
        boolean clean = green && verified(granted, inline, result);
        CausalEvidence.Found found = causes(result, changes, checked, clean, green);
        findings.addAll(found.findings());
        if (!diff.meaningful() || (green && !clean && verifiable())) {
            findings.addAll(new HiddenWork(workspace)
                    .findings(base.files(), host.notes(input.taskId()).written(Preparation.BASELINE)));
        }
        return new Evidence(
                result.commit(),
                result.tree(),
                diff,
                declared,
                checked,
                findings,
                clean && found.findings().isEmpty(),
                new Proof(files.checkFiles(), found.controls(), unknown()),
                WatchedPaths.of(request.breakpoints(), changed));
    }

    /** Those of the given declared files without which a check is red. */
    private Set<String> needed(List<String> empty, List<CheckSpec> turned, Snapshot result) {
        ControlRun run = new ControlRun(request, runs, workspace, base, result.commit(), baseline);
        List<CheckSpec> once = turned.stream().map(CheckSpec::once).toList();
        EmptyFiles files = EmptyFiles.needed(
                empty,
                without -> run.of(SnapshotPath.named(without), Set.of(), once).anyRed());
        together = files.together();
        return files.needed();
    }

    /** Removes the excused tests from the baseline, for all later steps. */
    private Granted granted(SnapshotTree after, List<Change> changes) {
        Granted granted = files.granted(changes, after);
        findings.addAll(granted.findings(files::isProtected));
        findings.addAll(new Removals(request.removes()).findings(after));
        baseline = baseline.without(new ExcusedTests(base, after, granted.changed()));
        return granted;
    }

    private List<FileEvidence> look(SnapshotTree after, List<Change> changes, Set<String> changed, InlineTests inline) {
        Set<String> named = SnapshotPath.named(request.files());
        after.with(named);
        base.with(named);
        findings.addAll(Ownership.findings(request.owns(), changes, base.files()));
        findings.addAll(SubmoduleChanges.findings(
                workspace.record().shape().submodules().keySet(), request.owns(), changes));
        findings.addAll(host.workspaces().watch(input.taskId()).findings(traces));
        findings.addAll(new RunnerTampering(files).findings(base, after, changed));
        base.with(TestLibraries.read(files, base));
        findings.addAll(new TestLibraries(files, base, after).findings(changed));
        findings.addAll(new Suppressions(files).findings(base, after, changed));
        findings.addAll(inline.findings());
        findings.addAll(copiedValues(after, changed));
        DeclaredFiles declared = new DeclaredFiles(workspace, base, after, changes);
        declared.look(request.files());
        findings.addAll(declared.findings());
        return declared.evidence();
    }

    private List<Finding> copiedValues(SnapshotTree after, Set<String> changed) {
        CopiedValues values = CopiedValues.of(workspace.secrets());
        if (values.findings(base, after, changed).isEmpty()) {
            return List.of();
        }
        List<String> samples = CopiedValues.samples(base);
        return values.without(base.with(samples), samples).findings(base, after, changed);
    }

    /** A check that a person skipped does not run; its files still are those of the base. */
    private List<CheckSpec> counted() {
        return checks.stream()
                .filter(check -> !input.skipped().contains(check.name()))
                .toList();
    }

    private static Finding skipped(String check) {
        return new Finding(
                FindingKind.CHECK_SKIPPED,
                "",
                "check '%s' was skipped by a person, so the proof is weaker".formatted(check),
                false);
    }

    /** The checked files must be unchanged afterwards; files that a check added are removed. */
    private void stillness(Snapshot result) {
        progress.check();
        host.processes().sweep(input.taskId());
        if (workspace.holds(result.tree())) {
            return;
        }
        Snapshot after = workspace.snapshot("it-%d-after".formatted(input.iteration()));
        workspace.changes(result.commit(), after.commit()).stream()
                .filter(change -> change.kind() != ChangeKind.ADDED)
                .map(change -> new Finding(
                        FindingKind.MOVED_DURING_CHECKS,
                        change.path(),
                        "was changed while the checks ran, so they do not prove it",
                        true))
                .forEach(findings::add);
        workspace.restore(result.commit());
    }

    private DiffSummary diff(Snapshot result) {
        Diff diff = workspace.diff(workspace.base(), result.commit());
        if (diff.empty()) {
            return DiffSummary.EMPTY;
        }
        Stored patch = host.contents().put(diff.patch());
        return new DiffSummary(
                diff.files(),
                diff.added(),
                diff.removed(),
                diff.meaningful(),
                new ContentRef(patch.sha256(), patch.size()));
    }

    private boolean green(List<FileEvidence> declared, List<CheckEvidence> checked, DiffSummary diff) {
        return diff.meaningful()
                && checked.stream().allMatch(CheckEvidence::satisfied)
                && declared.stream().allMatch(FileEvidence::present)
                && findings.stream().noneMatch(Finding::blocking);
    }

    private boolean verified(Granted granted, InlineTests inline, Snapshot result) {
        if (!verifiable()) {
            return false;
        }
        progress.check();
        List<Finding> differences = new Verification(
                        request,
                        files,
                        granted,
                        inline.withBaseBlocks(),
                        runs,
                        new Retries(base, files.trusted(), baseline))
                .differences(workspace, result.commit(), base, counted(), baseline);
        findings.addAll(differences);
        return differences.isEmpty();
    }

    private boolean verifiable() {
        return !counted().isEmpty() && request.verify() != VerifyMode.WORKSPACE;
    }

    private CausalEvidence.Found causes(
            Snapshot result, List<Change> changes, List<CheckEvidence> checked, boolean clean, boolean green) {
        progress.check();
        boolean accepting = clean || (green && request.verify() == VerifyMode.WORKSPACE);
        return new CausalEvidence(request, runs, workspace, files, base, baseline, result.commit(), changes)
                .of(counted(), checked, accepting);
    }

    private List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        if (!together.isEmpty()) {
            unknown.add("whether a check needs each of the files without content by itself: it needs these together: "
                    + Control.some(together));
        }
        if (request.verify() == VerifyMode.WORKSPACE) {
            unknown.add("whether the checks are green without what lies ignored in the workspace: 'verify: workspace'");
        }
        if (!baseline.note().isEmpty() && !counted().isEmpty()) {
            unknown.add("which files the checks read: " + baseline.note());
        }
        counted().stream()
                .filter(check -> !baseline.report(check.name()).recognised())
                .map(check -> "which tests check '%s' runs: no known runner shows in the base, so its exit code counts"
                        .formatted(check.name()))
                .forEach(unknown::add);
        return unknown;
    }
}
