package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.acceptance.stack.RealAgents;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.real.ScriptedProvider;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.SandboxKind;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.host.process.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole tasks of the real agent programs, with a scripted model server on loopback. */
class RealAgentTasksIT {
    private static RealAgents agents;

    @BeforeAll
    static void start() {
        agents = RealAgents.asking(RealAgentTasksIT::script);
    }

    @AfterAll
    static void stop() {
        agents.close();
    }

    static List<ScriptedProvider> installed() {
        return ScriptedProvider.installed();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("installed")
    void aClaimOfTheRealAgentIsRejectedAndItsWorkAccepted(ScriptedProvider provider) {
        Task task = new Tasks(agents.stack()).run(RealAgents.calculator(provider));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList())
                .extracting(iteration -> iteration.getDecision().getType())
                .containsExactly(DecisionType.DECISION_TYPE_RETRY, DecisionType.DECISION_TYPE_ACCEPT);
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsOnly(SessionStatus.SESSION_STATUS_COMPLETED);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("installed")
    void anIterationThatContinuesContinuesWithTheAgentsOwnSession(ScriptedProvider provider) {
        TaskSpec.Builder calculator = RealAgents.calculator(provider);
        calculator.getAgentBuilder().setContinue(true);

        Task task = new Tasks(agents.stack()).run(calculator);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList()).hasSize(2);
        assertThat(task.getSessionsList())
                .extracting(Session::getAgentSessionId)
                .containsOnly(task.getSessions(0).getAgentSessionId());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("installed")
    void aRealAgentThatIsNotSignedInIsReported(ScriptedProvider provider) {
        Task task =
                new Tasks(agents.stack()).run(RealAgents.calculator(provider).setPrompt("Sign in first."));

        assertThat(task.getStatus()).as(task.getReason()).isNotEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList())
                .singleElement()
                .satisfies(session -> assertThat(session.getReason()).isNotBlank());
        System.out.println(provider.agent() + " without a sign-in: " + task.getReason());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("installed")
    void aRealAgentWorksInASandboxWhoseNetworkReachesItsModelServer(ScriptedProvider provider) {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();

        Task task = new Tasks(agents.stack())
                .run(RealAgents.calculator(provider)
                        .setWorkspace(WorkspaceSpec.newBuilder().setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP)));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }

    private static Script script(JsonNode request) {
        String conversation = request.toString();
        if (conversation.contains("Sign in first.")) {
            return ScriptedProvider.refusal(401);
        }
        return conversation.contains("calculator.py is missing") ? RealAgents.WORK : RealAgents.CLAIM;
    }
}
