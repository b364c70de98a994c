package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.RealAgents;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.agent.ClaudeCodeInstalled;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.modelserver.ScriptedModelServer;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole tasks of the real Claude Code, with a scripted model server on loopback. */
@ExtendWith(ClaudeCodeInstalled.class)
class ClaudeCodeTaskIT {
    private static final Script BROKEN =
            new Script.RunCommand("echo 'def add(a, b): return' > calculator.py", "never said");

    private static ScriptedModelServer model;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws IOException {
        model = new ScriptedModelServer(ClaudeCodeTaskIT::script);
        stack = LocalStack.started(
                Map.of("ANTHROPIC_BASE_URL", model.address().toString(), "ANTHROPIC_API_KEY", "sk-ant-scripted"));
    }

    @AfterAll
    static void stop() {
        stack.close();
        model.close();
    }

    @Test
    void aClaimOfTheRealAgentIsRejectedAndItsWorkAccepted() {
        Task task = run("First claim.", Limits.newBuilder().setIterations(3).setTurns(10));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList())
                .extracting(iteration -> iteration.getDecision().getType())
                .containsExactly(DecisionType.DECISION_TYPE_RETRY, DecisionType.DECISION_TYPE_ACCEPT);
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsOnly(SessionStatus.SESSION_STATUS_COMPLETED);
        assertThat(task.getTotals().getUsage().getInputTokens()).isEqualTo(3 * 1000);
        assertThat(task.getTotals().getUsage().getCostUsd()).isNotEmpty();
    }

    @Test
    void workingFilesAtTheRealTurnLimitAreAccepted() {
        Task task = run("Work forever.", Limits.newBuilder().setIterations(3).setTurns(2));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList()).singleElement().satisfies(session -> {
            assertThat(session.getReason()).contains("turn");
            assertThat(session.getUsage().getTurns()).isEqualTo(2);
        });
    }

    @Test
    void brokenFilesAtTheRealTurnLimitEndUnproven() {
        Task task = run("Break forever.", Limits.newBuilder().setIterations(1).setTurns(2));

        assertThat(task.getStatus()).as(task.getReason()).isNotEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessions(0).getReason()).contains("turn");
    }

    @Test
    void aRealAgentThatIsNotSignedInIsReported() {
        Task task = run("Sign in first.", Limits.newBuilder().setIterations(3));

        assertThat(task.getStatus()).as(task.getReason()).isNotEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList())
                .singleElement()
                .satisfies(session -> assertThat(session.getReason()).contains("401"));
    }

    private static Task run(String words, Limits.Builder limits) {
        TaskSpec.Builder task = Tasks.calculator("unused")
                .setTitle("Calculator by Claude Code")
                .setPrompt("Create calculator.py with add, subtract, multiply and divide. " + words)
                .setAgent(AgentSpec.newBuilder().setName("claude-code"))
                .setInteractive(false)
                .setLimits(limits);
        return new Tasks(stack).run(task);
    }

    private static Script script(JsonNode request) {
        String conversation = request.toString();
        if (conversation.contains("Sign in first.")) {
            return Script.Fail.of(401);
        }
        if (conversation.contains("First claim.")) {
            return conversation.contains("calculator.py is missing") ? RealAgents.WORK : RealAgents.CLAIM;
        }
        if (ScriptedModelServer.answered(request)) {
            return new Script.Loop("true");
        }
        return conversation.contains("Break forever.") ? BROKEN : RealAgents.WORK;
    }
}
