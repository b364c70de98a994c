package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real deaths: SIGKILL or SIGTERM of the whole local process while an agent and its children run. */
class CrashIT {
    private final LocalStack stack = LocalStack.started();
    private final Tasks tasks = new Tasks(stack);

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void afterAKillTheNextStartFinishesTheTaskAndNothingIsLeft() {
        String id = tasks.submit(slow());
        awaitAgent(id);

        stack.kill();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Tasks.processesOf(id));
        stack.start();
        Task task = tasks.finished(id);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsExactly(SessionStatus.SESSION_STATUS_ABANDONED, SessionStatus.SESSION_STATUS_COMPLETED);
        assertThat(task.getSessionsList()).extracting(Session::getId).doesNotHaveDuplicates();
        assertThat(task.getIterationsList()).hasSize(1);
        assertThat(tasks.diff(id)).doesNotContain("half.txt");
        assertThat(Tasks.processesOf(id)).isFalse();
    }

    @Test
    void cancelAndStopEndTheWholeTreeOfTheAgent() {
        String cancelled = tasks.submit(Tasks.calculator("endless"));
        String stopped = tasks.submit(Tasks.calculator("endless"));
        awaitAgent(cancelled);
        awaitAgent(stopped);

        stack.client()
                .tasks()
                .cancel(CancelRequest.newBuilder().setTaskId(cancelled).build());
        stack.client()
                .tasks()
                .stop(StopRequest.newBuilder()
                        .setTaskId(stopped)
                        .setText("enough")
                        .build());

        assertThat(tasks.finished(cancelled).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);
        assertThat(tasks.finished(stopped).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_REJECTED);
        assertThat(tasks.get(cancelled).getSessions(0).getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_CANCELLED);
        assertThat(Tasks.processesOf(cancelled)).isFalse();
        assertThat(Tasks.processesOf(stopped)).isFalse();
    }

    @Test
    void aTermOfTheProcessLeavesNothingAliveAndTheTaskContinuesLater() {
        String id = tasks.submit(slow());
        awaitAgent(id);

        stack.terminate();

        assertThat(Tasks.processesOf(id)).isFalse();
        stack.start();
        assertThat(tasks.finished(id).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }

    private static TaskSpec.Builder slow() {
        return Tasks.calculator("slow");
    }

    private void awaitAgent(String id) {
        Awaitility.await("the agent of " + id + " runs")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Tasks.processesOf(id) && tasks.get(id).getSessionsCount() == 1);
    }
}
