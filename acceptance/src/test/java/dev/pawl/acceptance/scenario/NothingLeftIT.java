package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.SecondWorker;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * On the real engine: the reaper closes leftovers on its schedule, workers share a host, and an audit finds nothing.
 */
class NothingLeftIT {
    private final LocalStack stack = LocalStack.started(Map.of("PAWL_REAPER_PERIOD", "2s", "PAWL_AGENTS_SLOTS", "1"));
    private final Tasks tasks = new Tasks(stack);

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void aTerminatedTaskIsEndedByTheScheduleAndTheAuditFindsNothingAfterwards() {
        String id = tasks.submit(Tasks.calculator("endless"));
        awaitAgent(id);
        assertThat(audit().getInconsistenciesList()).as("while an agent runs").isEmpty();

        engine(client -> client.newUntypedWorkflowStub(id).terminate("as an operator would"));
        Task task = tasks.finished(id);

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
        assertThat(task.getReason()).isEqualTo("its workflow was terminated");
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsExactly(SessionStatus.SESSION_STATUS_ABANDONED);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Tasks.processesOf(id));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(audit().getWorkspaces()).isZero());
        assertThat(audit().getInconsistenciesList()).isEmpty();
        assertThat(audit().getCounts().getOutcomes()).isEqualTo(1);
        assertThat(audit().getHostsCount()).isEqualTo(1);
        engine(client -> assertThat(client.listExecutions(
                        "WorkflowType = 'ReapWorkflow' and TemporalScheduledById = 'pawl-reaper'"))
                .as("it ran on the engine's schedule")
                .isNotEmpty());
    }

    @Test
    void workersOfOneHostLeaveEachOtherAloneAndHandOverWhatTheyCannotFinish() {
        String first = tasks.submit(Tasks.calculator("slow"));
        awaitAgent(first);

        try (SecondWorker second = SecondWorker.beside(
                stack, "--pawl.agents.slots=1", "--pawl.agents.grace=1s", "--pawl.worker.drain=1s")) {
            assertThat(Tasks.processesOf(first))
                    .as("a worker that starts ends nothing of another")
                    .isTrue();
            // The first worker's only slot is taken, so this one runs on the second.
            String moved = tasks.submit(Tasks.calculator("slow"));
            awaitAgent(moved);
            assertThat(audit().getWorkers()).isEqualTo(2);

            second.terminate();

            assertThat(Tasks.processesOf(moved)).isFalse();
            assertThat(Tasks.processesOf(first)).isTrue();
            Session handedOver = tasks.get(moved).getSessions(0);
            assertThat(handedOver.getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_CANCELLED);
            assertThat(handedOver.getReason()).isEqualTo("its worker was stopped");
            engine(client -> assertThat(client.newUntypedWorkflowStub(moved)
                            .describe()
                            .getRawDescription()
                            .getPendingActivities(0)
                            .getLastFailure()
                            .getApplicationFailureInfo()
                            .getType())
                    .as("the engine was told, and waits for no heartbeat")
                    .isEqualTo("WorkerStopped"));

            stack.client()
                    .tasks()
                    .cancel(CancelRequest.newBuilder().setTaskId(first).build());
            Task task = tasks.finished(moved);
            assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
            assertThat(task.getSessionsList())
                    .extracting(Session::getStatus)
                    .containsExactly(SessionStatus.SESSION_STATUS_CANCELLED, SessionStatus.SESSION_STATUS_COMPLETED);
            assertThat(tasks.finished(first).getSessionsList()).hasSize(1);
        }
    }

    private VerifyResponse audit() {
        return stack.client().audit().verify(VerifyRequest.getDefaultInstance());
    }

    private interface Use {
        void of(WorkflowClient client);
    }

    private void engine(Use use) {
        WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(stack.engineConnection());
        try {
            use.of(WorkflowClient.newInstance(service));
        } finally {
            service.shutdownNow();
        }
    }

    private void awaitAgent(String id) {
        Awaitility.await("the agent of " + id + " runs")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Tasks.processesOf(id) && tasks.get(id).getSessionsCount() == 1);
    }
}
