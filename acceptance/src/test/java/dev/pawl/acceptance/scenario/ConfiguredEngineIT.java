package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.acceptance.stack.TemporalServer;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A team's server that was not set up for Pawl. */
class ConfiguredEngineIT {
    @Test
    void aServerWithoutSearchAttributesGetsThem() {
        try (TemporalServer server = TemporalServer.with();
                LocalStack stack = configured(server)) {
            assertAccepted(new Tasks(stack).run(Tasks.calculator("calculator_at_once")));
            assertThat(note(stack)).isEmpty();
        }
    }

    /** A server allows three attributes of a type such as Double; one of Pawl's has another type here. */
    @Test
    void aServerThatCannotHaveThemStillRunsTasksAndItsOperatorGetsTheCommand() {
        try (TemporalServer server = TemporalServer.with("PawlStatus=Int", "A=Double", "B=Double", "C=Double");
                LocalStack stack = configured(server)) {
            assertAccepted(new Tasks(stack).run(Tasks.calculator("calculator")));
            assertThat(note(stack))
                    .contains(
                            "temporal operator search-attribute create --namespace default"
                                    + " --name PawlScore --type Double --name PawlCostUsd --type Double",
                            "PawlStatus with another type")
                    .doesNotContain("PawlAgent");
        }
    }

    @Test
    void aWorkflowTaskThatFailsIsReportedInTheServersWordsAndTheTaskContinuesOnceTheCauseIsGone() {
        try (TemporalServer server = TemporalServer.with();
                LocalStack stack = configured(server)) {
            Tasks tasks = new Tasks(stack);
            assertAccepted(tasks.run(Tasks.calculator("calculator_at_once")));
            assertThat(server.operator("search-attribute", "remove", "--name", "PawlAgent", "--yes"))
                    .isZero();

            String id = tasks.submit(Tasks.calculator("calculator_at_once"));
            Awaitility.await(id + " is stalled")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> tasks.get(id).hasStall());

            assertThat(tasks.get(id).getStall().getProblem())
                    .startsWith("its workflow task fails: ")
                    .contains("PawlAgent");
            assertThat(server.operator("search-attribute", "create", "--name", "PawlAgent", "--type", "Keyword"))
                    .isZero();
            assertAccepted(tasks.finished(id));
        }
    }

    private static LocalStack configured(TemporalServer server) {
        return LocalStack.started(Map.of("TEMPORAL_ADDRESS", server.address(), "PAWL_GATEWAY_STALL", "2s"));
    }

    private static String note(LocalStack stack) {
        return stack.client()
                .server()
                .getInfo(GetInfoRequest.getDefaultInstance())
                .getEngine()
                .getNote();
    }

    private static void assertAccepted(Task task) {
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }
}
