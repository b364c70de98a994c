package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.RealAgents;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.agent.ClaudeCodeInstalled;
import dev.pawl.agent.real.ScriptedProvider;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Usage limits with real agent programs. Needs its own stack: a parked account parks all of its tasks. */
class RealAgentParkingIT {
    private static RealAgents agents;

    @BeforeAll
    static void start() {
        agents = RealAgents.asking(request -> ScriptedProvider.refusal(429));
    }

    @AfterAll
    static void stop() {
        agents.close();
    }

    /** The others retry for minutes, as their users know them. */
    static List<ScriptedProvider> givingUpSoon() {
        return ScriptedProvider.installed().stream()
                .filter(ScriptedProvider::givesUpSoon)
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("givingUpSoon")
    void aUsageLimitOfTheRealAgentParksTheTask(ScriptedProvider provider) {
        parks(RealAgents.calculator(provider));
    }

    @Test
    @ExtendWith(ClaudeCodeInstalled.class)
    void aUsageLimitOfTheRealClaudeCodeParksTheTask() {
        parks(Tasks.calculator("unused")
                .setAgent(AgentSpec.newBuilder().setName("claude-code"))
                .setInteractive(false));
    }

    private static void parks(TaskSpec.Builder task) {
        Tasks tasks = new Tasks(agents.stack());
        String id = tasks.submit(task);

        Task parked = tasks.await(id, TaskStatus.TASK_STATUS_PARKED);

        assertThat(parked.getStatus()).as(parked.getReason()).isEqualTo(TaskStatus.TASK_STATUS_PARKED);
        assertThat(parked.getIterationsList())
                .extracting(iteration -> iteration.getDecision().getType())
                .containsExactly(DecisionType.DECISION_TYPE_PARK);
    }
}
