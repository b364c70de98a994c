package dev.pawl.evidence;

import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.protect.Work;
import dev.pawl.evidence.tree.SnapshotTree;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.ControlState;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.ControlMode;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds out whether the checks of an iteration are green because of its work; if not, returns findings. */
final class CausalEvidence {
    private final TaskRequest request;
    private final CheckRuns runs;
    private final Workspace workspace;
    private final SnapshotTree base;
    private final Baseline baseline;
    private final Work work;
    private final String snapshot;

    /** @param findings all of them block acceptance */
    record Found(List<Control> controls, List<Finding> findings) {}

    CausalEvidence(
            TaskRequest request,
            CheckRuns runs,
            Workspace workspace,
            ProtectedFiles files,
            SnapshotTree base,
            Baseline baseline,
            String snapshot,
            List<Change> changes) {
        this.request = request;
        this.runs = runs;
        this.workspace = workspace;
        this.base = base;
        this.baseline = baseline;
        this.snapshot = snapshot;
        this.work = Work.of(request, changes, files, base);
    }

    /**
     * @param checked the current results
     * @param accepting whether everything else is green, so that the result may be accepted
     */
    Found of(List<CheckSpec> checks, List<CheckEvidence> checked, boolean accepting) {
        List<Control> controls = new ArrayList<>();
        List<CheckSpec> turned = new ArrayList<>();
        for (CheckSpec check : checks) {
            if (!baseline.turned(check, checked) || (!accepting && check.control() != ControlMode.ALWAYS)) {
                continue;
            }
            String reason = unasked(check);
            if (reason.isEmpty()) {
                turned.add(check.once());
            } else {
                controls.add(Control.notDone(check.name(), reason));
            }
        }
        if (turned.isEmpty()) {
            return new Found(controls, List.of());
        }
        ControlRun run = new ControlRun(request, runs, workspace, base, snapshot, baseline);
        NegativeControl.CauseSearch search = new NegativeControl.CauseSearch(run, StepTime.once(request, turned));
        List<Control> found = new NegativeControl(run, work, fresh(), baseline, search).of(turned);
        controls.addAll(found);
        return new Found(controls, findings(found, turned, run));
    }

    private String unasked(CheckSpec check) {
        if (request.verify() == VerifyMode.WORKSPACE) {
            return "the task says 'verify: workspace'";
        }
        if (check.control() == ControlMode.OFF) {
            return "the task says 'control: off'";
        }
        return work.paths().isEmpty() ? "nothing but tests and their configuration was changed" : "";
    }

    private Set<String> fresh() {
        SnapshotTree result = new SnapshotTree(workspace, snapshot).with(work.paths());
        Set<String> fresh = new TreeSet<>();
        for (String path : work.paths()) {
            byte[] content = base.has(path) ? null : result.content(path);
            if (content != null && content.length > 0) {
                fresh.add(path);
            }
        }
        return fresh;
    }

    private List<Finding> findings(List<Control> controls, List<CheckSpec> turned, ControlRun run) {
        Map<String, Control> refuted = new LinkedHashMap<>();
        controls.stream()
                .filter(control -> control.state() == ControlState.REFUTED)
                .forEach(control -> refuted.put(control.check(), control));
        List<CheckSpec> checks = turned.stream()
                .filter(check -> refuted.containsKey(check.name()))
                .toList();
        if (work.others().isEmpty()) {
            return refuted.values().stream().map(CausalEvidence::unsteady).toList();
        }
        if (checks.isEmpty() || !work.declared() || !work.onlyData()) {
            return refuted.values().stream().map(CausalEvidence::withoutWork).toList();
        }
        ControlRun.Outcomes product = run.of(Work.union(work.paths(), work.product()), Set.of(), checks);
        return checks.stream()
                .map(check -> {
                    Control control = Objects.requireNonNull(refuted.get(check.name()));
                    return product.of(check).green() ? withoutWork(control) : undeclared(control);
                })
                .toList();
    }

    private static Finding withoutWork(Control control) {
        String cause = control.causes().isEmpty() ? "" : control.causes().getFirst();
        String way = cause.isEmpty()
                ? ""
                : "; undo that and do the work, or if it is the work, the task has to name it under 'files'";
        return new Finding(FindingKind.GREEN_WITHOUT_WORK, cause, control.line() + way, true);
    }

    /** If everything was put back, the files are those of the base, on which the check was red. */
    private static Finding unsteady(Control control) {
        String detail =
                ("check '%s' was red in the base and is green there when it runs again: what it shows depends on more"
                                + " than its files; make it steady, or say 'control: off' for it")
                        .formatted(control.check());
        return new Finding(FindingKind.WORK_NOT_NEEDED, "", detail, true);
    }

    private Finding undeclared(Control control) {
        List<String> product = control.causes().isEmpty() ? List.copyOf(work.product()) : control.causes();
        String detail = ("check '%s' needs none of the files that the task declares (%s); it is green because of %s,"
                        + " which the task has to name under 'files' if it is the work")
                .formatted(control.check(), Control.some(control.putBack()), Control.some(product));
        return new Finding(FindingKind.WORK_NOT_NEEDED, "", detail, true);
    }
}
