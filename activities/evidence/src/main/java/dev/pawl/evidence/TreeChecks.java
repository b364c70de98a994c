package dev.pawl.evidence;

import dev.pawl.evidence.attempt.Progress;
import dev.pawl.evidence.check.CheckResult;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the setup and the checks of a plan on one tree, where nothing but its files is, as the verification of a task.
 *
 * @param planId whose workspace was prepared on the host
 * @param environment names of the worker's variables
 */
public record TreeChecks(
        EvidenceHost host,
        String planId,
        @Nullable SandboxSpec sandbox,
        List<String> environment,
        List<SetupSpec> setup,
        List<CheckSpec> checks,
        Progress progress) {
    private static final String PLACE = "integration";

    /**
     * Ends at the first red check.
     *
     * @param fill writes the tree into an empty directory
     * @param before the tree that this one is on top of
     */
    public TreeReport verify(Consumer<Path> fill, TreeReport before) {
        return checks.isEmpty() ? TreeReport.NONE : in(fill, (runs, place) -> verify(runs, place, before));
    }

    private TreeReport verify(CheckRuns runs, Path place, TreeReport before) {
        Map<String, TestReport> reports = new LinkedHashMap<>();
        for (CheckSpec check : checks) {
            CheckResult result = runs.result(check, place, baseline(before));
            if (!result.evidence().satisfied()) {
                return TreeReport.red(check.name(), result.evidence().excerpt());
            }
            reports.put(check.name(), result.report());
        }
        return TreeReport.green(reports);
    }

    /** What the checks that compare show on a tree that others are compared with. */
    public TreeReport observe(Consumer<Path> fill) {
        List<CheckSpec> comparing = comparing();
        return comparing.isEmpty()
                ? TreeReport.NONE
                : in(fill, (runs, place) -> {
                    Map<String, TestReport> reports = new LinkedHashMap<>();
                    for (CheckSpec check : comparing) {
                        reports.put(
                                check.name(),
                                runs.result(check.once(), place, baseline(TreeReport.NONE))
                                        .report());
                    }
                    return TreeReport.green(reports);
                });
    }

    private interface Work {
        TreeReport in(CheckRuns runs, Path place);
    }

    private TreeReport in(Consumer<Path> fill, Work work) {
        CheckRuns runs = host.checks(planId, new CheckRuns.Settings(sandbox, environment, ""), progress);
        return runs.inCheckout(PLACE, fill, place -> {
            String failure = runs.setup(setup, place);
            return failure.isEmpty() ? work.in(runs, place) : TreeReport.red("setup", failure);
        });
    }

    private Baseline baseline(TreeReport before) {
        Map<String, TestReport> compared = new LinkedHashMap<>(before.reports());
        compared.keySet().retainAll(comparing().stream().map(CheckSpec::name).toList());
        return new Baseline("", List.of(), compared, Set.of(), Map.of(), Map.of(), "", List.of());
    }

    private List<CheckSpec> comparing() {
        return checks.stream()
                .filter(check -> check.must() == Must.NO_NEW_FAILURES)
                .toList();
    }
}
