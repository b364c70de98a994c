package dev.pawl.chaos.audit;

import dev.pawl.chaos.stack.Processes;
import dev.pawl.chaos.stack.Site;
import dev.pawl.chaos.work.ChaosPlan;
import dev.pawl.chaos.work.GitFiles;
import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.PackageRow;
import dev.pawl.db.plan.PlanRow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Violated invariants of an ended plan whose worker was killed at any time, in words; empty if all hold. */
public final class PlanAudit {
    private final Site site;
    private final ChaosPlan plan;
    private final PlanRow row;
    private final GitFiles integration;
    private final List<String> wrong = new ArrayList<>();

    private PlanAudit(Site site, ChaosPlan plan) {
        this.site = site;
        this.plan = plan;
        this.row = plan.row();
        this.integration = integration(row);
    }

    public static List<String> of(Site site, ChaosPlan plan) {
        PlanAudit audit = new PlanAudit(site, plan);
        audit.itIsAccepted();
        audit.everyPackageIsIntegratedOnce();
        audit.everyTaskIsInOrder();
        audit.nothingIsLeft();
        return List.copyOf(audit.wrong);
    }

    /** What git calls the integrated files with their names and modes: the same for the same bytes only. */
    public static String tree(ChaosPlan plan) {
        return integration(plan.row()).read("rev-parse", "refs/pawl/integration^{tree}");
    }

    private static GitFiles integration(PlanRow row) {
        return new GitFiles(Path.of(Objects.requireNonNull(row.directory(), "the integration repository is gone")));
    }

    private void itIsAccepted() {
        check(row.status().equals("accepted"), "the plan is %s: %s".formatted(row.status(), row.reason()));
        check(
                integration.read("rev-parse", "refs/pawl/integration").equals(row.headCommit()),
                "the head is not the one of the row, " + row.headCommit());
        check(integration.read("status", "--porcelain").isEmpty(), "the files shown are not those of the head");
        check(plan.source().read("status", "--porcelain").isEmpty(), "the user's repository was changed");
        check(
                plan.source().read("rev-list", "--all", "--count").equals("1"),
                "the user's repository has commits of the plan");
    }

    /** One commit for each package, in the history of the head: so no accepted work is lost, and none is twice. */
    private void everyPackageIsIntegratedOnce() {
        String range = row.baseCommit() + "..refs/pawl/integration";
        List<String> commits = integration.read("rev-list", range).lines().toList();
        List<String> packages = integration
                .read("log", "--format=%(trailers:key=Pawl-Package,valueonly,separator=)", range)
                .lines()
                .sorted()
                .toList();
        check(packages.equals(plan.names()), "the commits of the head are of " + packages);
        for (PackageRow each : plan.packages()) {
            check(each.state().equals("integrated"), "%s is %s: %s".formatted(each.id(), each.state(), each.reason()));
            check(commits.contains(each.integrationCommit()), each.id() + " is not in the history of the head");
        }
        check(
                plan.attempts().stream()
                        .map(AttemptRow::packageId)
                        .sorted()
                        .toList()
                        .equals(plan.names()),
                "not every package has one attempt: " + plan.attempts());
    }

    private void everyTaskIsInOrder() {
        for (AttemptRow attempt : plan.attempts()) {
            String task = attempt.taskId();
            Audit.ofKilled(Observed.of(site, task, plan.rows(task), plan.ledger()))
                    .forEach(text -> wrong.add(task + ": " + text));
        }
    }

    private void nothingIsLeft() {
        check(
                site.engine().newUntypedWorkflowStub(plan.id()).describe().getStatus()
                        != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
                "its workflow still runs");
        // Those of its tasks have the same beginning.
        Processes.of(plan.id())
                .forEach(process ->
                        wrong.add("still runs: " + process.info().commandLine().orElse("process " + process.pid())));
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
