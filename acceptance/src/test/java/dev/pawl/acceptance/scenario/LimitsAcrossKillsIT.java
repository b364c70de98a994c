package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An agent that never ends by itself, on a worker that dies four times: limits apply to the task, not to an attempt.
 */
class LimitsAcrossKillsIT {
    private static final int KILLS = 4;
    private static final Duration TIME = Duration.ofSeconds(60);

    /** Usage that is not stored at a kill, and the time to end an agent. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    private final LocalStack stack = LocalStack.started();
    private final Tasks tasks = new Tasks(stack);

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void spendingOfLostAttemptsIsNotAvailableToTheNextOne() {
        String id = tasks.submit(Tasks.calculator("spender")
                .setLimits(Limits.newBuilder()
                        .setIterations(1)
                        .setTurns(30)
                        .setTime(Durations.fromSeconds(TIME.toSeconds()))
                        .setCostUsd("1.00")
                        .setTokens(1_000)));
        for (int lost = 1; lost <= KILLS; lost++) {
            awaitSpending(id, lost);
            stack.kill();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Tasks.processesOf(id));
            stack.start();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> tasks.get(id).hasFinishedAt());

        Task task = tasks.get(id);
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsExactly(
                        SessionStatus.SESSION_STATUS_ABANDONED,
                        SessionStatus.SESSION_STATUS_ABANDONED,
                        SessionStatus.SESSION_STATUS_ABANDONED,
                        SessionStatus.SESSION_STATUS_ABANDONED,
                        SessionStatus.SESSION_STATUS_TIMED_OUT);
        assertThat(given(id, 1)).containsExactly("30", "28", "26", "24", "22");
        assertThat(given(id, 2))
                .map(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .containsExactly("1", "0.9", "0.8", "0.7", "0.6");
        assertGivenTimeIsWhatWasLeft(id, task.getSessionsList());
        // At the limit the work is assessed as usual.
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }

    private void assertGivenTimeIsWhatWasLeft(String id, List<Session> sessions) {
        List<Long> seconds = given(id, 0).stream().map(Long::valueOf).toList();
        Duration used = Duration.ZERO;
        for (int i = 0; i < sessions.size(); i++) {
            assertThat(seconds.get(i)).isEqualTo(TIME.minus(used).toSeconds());
            used = used.plus(Duration.ofMillis(sessions.get(i).getDurationMs()));
        }
        assertThat(used).isBetween(TIME, TIME.plus(SLACK));
    }

    private void awaitSpending(String id, int sessions) {
        Awaitility.await("session " + sessions + " of " + id + " has spent something")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    List<Session> all = tasks.get(id).getSessionsList();
                    return all.size() == sessions
                            && !all.getLast().getUsage().getCostUsd().isEmpty()
                            && new BigDecimal(all.getLast().getUsage().getCostUsd()).signum() > 0;
                });
    }

    /** A word of each attempt's report on what it was given. */
    private List<String> given(String id, int word) {
        return tasks.actions(id).stream()
                .filter(action -> action.startsWith("message: given "))
                .map(action -> action.split(" ", -1)[2 + word])
                .toList();
    }
}
