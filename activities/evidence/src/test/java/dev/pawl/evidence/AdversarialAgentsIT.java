package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.process.Isolation;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither words nor tricks are accepted; honest work is. Each agent is one script. */
@Execution(ExecutionMode.CONCURRENT)
class AdversarialAgentsIT {
    private static final Isolation NAMESPACE = Isolation.probe();

    @TempDir
    Path root;

    @ParameterizedTest
    @MethodSource("agents")
    void tricksAreRefusedAndHonestWorkIsAccepted(ScriptedAgent agent) throws Exception {
        EvidenceFixture fixture = new EvidenceFixture(root, agent.namespace() ? NAMESPACE : Isolation.processTree());
        fixture.repository(agent.project().files);
        TaskRequest request = agent.project().request(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);
        String outside = fixture.outside();

        fixture.work(agent.script(), 1);
        Evidence evidence = fixture.assess(request, prepared, 1);
        Decision decision = decide(request, evidence);

        assertThat(decision.type()).as(() -> text(decision, evidence)).isEqualTo(agent.expected());
        assertThat(text(decision, evidence)).contains(agent.shows());
        assertThat(root.resolve("the user's project-hook-ran")).doesNotExist();
        if (agent.namespace()) {
            assertThat(fixture.outside())
                    .as("the user's directory and the files beside the workspace")
                    .isEqualTo(outside);
        }
        for (CheckEvidence check : evidence.checks()) {
            assertThat(check.excerpt())
                    .doesNotContain("\u0000", "\u001B")
                    .hasSizeLessThan(CheckEvidence.MAX_EXCERPT + 1);
        }
    }

    @Test
    void bothKindsOfAgentsAreWellCovered() throws Exception {
        List<ScriptedAgent> agents = agents().toList();

        assertThat(agents.stream().filter(agent -> agent.expected().equals("retry")))
                .hasSizeGreaterThan(60);
        assertThat(agents.stream().filter(agent -> agent.expected().equals("accept")))
                .hasSizeGreaterThan(10);
    }

    static Stream<ScriptedAgent> agents() throws Exception {
        return ScriptedAgent.all();
    }

    private static Decision decide(TaskRequest request, Evidence evidence) {
        AgentReport report =
                new AgentReport(new UUID(0, 1), 1, Ending.FINISHED, "finished", false, null, null, null, Usage.NONE, 1);
        return DecisionPolicy.decide(new PolicyInput(
                1,
                report,
                evidence,
                null,
                null,
                Limits.DEFAULT,
                List.of(),
                request.provable(),
                true,
                false,
                new PolicyInput.Spent(null, 1, 0, null, 0),
                PolicyInput.History.NONE,
                null));
    }

    private static String text(Decision decision, Evidence evidence) {
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
