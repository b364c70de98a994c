package dev.pawl.workflows.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepFailureTest {
    private static final Map<String, Duration> LIMITS = Map.of("Assess", Duration.ofMinutes(190));

    @Test
    void aStepThatRanOutOfItsTimeIsNamedWithItsLimit() {
        assertThat(reason(timeout(TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE)))
                .isEqualTo("step Assess did not end within 3h10m, its start-to-close timeout");
    }

    @Test
    void aStepThatLostItsWorkersIsNamedWithHowMany() {
        assertThat(reason(timeout(TimeoutType.TIMEOUT_TYPE_HEARTBEAT)))
                .isEqualTo("step Assess lost its worker 12 times");
    }

    @Test
    void whatAStepItselfSaysIsKept() {
        assertThat(reason(ApplicationFailure.newFailure("setup 'npm ci' ran longer than 30m", "WorkspaceUnusable")))
                .isEqualTo("setup 'npm ci' ran longer than 30m");
    }

    private static TimeoutFailure timeout(TimeoutType type) {
        return new TimeoutFailure("activity timeout", null, type);
    }

    private static String reason(Throwable cause) {
        ActivityFailure failure = new ActivityFailure(
                "Activity task failed", 1, 2, "Assess", "a", RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE, "w", cause);
        return StepFailure.reason(failure, LIMITS);
    }
}
