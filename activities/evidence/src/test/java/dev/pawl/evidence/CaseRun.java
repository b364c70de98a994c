package dev.pawl.evidence;

import dev.pawl.host.process.Isolation;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What came of a scripted agent: its evidence, and what was decided.
 *
 * @param changes of the result, as git shows them
 * @param outside whether the user's directory and what is beside the workspace are as before
 */
record CaseRun(AdversarialCase tried, Evidence evidence, Decision decision, List<Change> changes, boolean outside) {
    private static final Isolation NAMESPACE = Isolation.probe();

    static CaseRun of(AdversarialCase tried, Path root) throws Exception {
        EvidenceFixture fixture = new EvidenceFixture(root, tried.namespace() ? NAMESPACE : Isolation.processTree());
        fixture.repository(tried.files());
        TaskRequest request = tried.request().apply(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);
        String before = fixture.outside();

        fixture.work(tried.script(), 1);
        Evidence evidence = fixture.assess(request, prepared, 1);

        return new CaseRun(
                tried,
                evidence,
                decide(request, evidence),
                changes(fixture, evidence),
                fixture.outside().equals(before));
    }

    private static List<Change> changes(EvidenceFixture fixture, Evidence evidence) {
        Workspace workspace = fixture.host.workspaces().open(fixture.task);
        return workspace.changes(workspace.base(), evidence.snapshot());
    }

    private static Decision decide(TaskRequest request, Evidence evidence) {
        AgentReport report = AgentReport.builder(Ending.FINISHED, "finished")
                .session(new UUID(0, 1))
                .durationMillis(1)
                .build();
        return DecisionPolicy.decide(PolicyInput.builder(1, Limits.DEFAULT)
                .report(report)
                .evidence(evidence)
                .provable(request.provable())
                .spent(new PolicyInput.Spent(null, 1, 0, null, 0))
                .build());
    }

    /** For a failed test: which case it was, what the agent left, and what a person would read. */
    String shown() {
        String changed = changes.stream()
                .map(change -> change.kind() + " " + change.path())
                .collect(Collectors.joining(", "));
        return """
                %s (%s, %s) has to be %s
                summary: %d files, +%d -%d; changed: %s
                %s
                the agent's script:
                %s""".formatted(
                        tried.name(),
                        tried.kind(),
                        tried.language(),
                        tried.expected(),
                        evidence.diff().files(),
                        evidence.diff().added(),
                        evidence.diff().removed(),
                        changed.isEmpty() ? "nothing" : changed,
                        text(),
                        tried.script());
    }

    /** All that a person would read. */
    String text() {
        String findings = evidence.findings().stream()
                .map(finding -> "%s: %s: %s".formatted(finding.kind().wire(), finding.path(), finding.detail()))
                .collect(Collectors.joining("\n"));
        String checks = evidence.checks().stream()
                .map(check -> check.state().wire() + "\n" + check.excerpt())
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                decision.type(),
                decision.reasons().toString(),
                findings,
                checks,
                evidence.files().toString());
    }
}
