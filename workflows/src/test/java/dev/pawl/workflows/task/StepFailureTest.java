package dev.pawl.workflows.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.common.converter.DefaultDataConverter;
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
        assertThat(reason(timeout(TimeoutType.TIMEOUT_TYPE_HEARTBEAT), RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED))
                .isEqualTo("step Assess lost its worker 15 times");
    }

    @Test
    void aStepThatWasNotRetriedDoesNotSayHowOften() {
        assertThat(reason(timeout(TimeoutType.TIMEOUT_TYPE_HEARTBEAT))).isEqualTo("step Assess lost its worker");
    }

    @Test
    void aStepThatWasNotStartedAgainNamesItsFailure() {
        assertThat(reason(notTakenUpAgain("no space left on the device"))).isEqualTo("no space left on the device");
    }

    @Test
    void theStepsOwnMessageIsKept() {
        assertThat(reason(ApplicationFailure.newFailure("setup 'npm ci' ran longer than 30m", "WorkspaceUnusable")))
                .isEqualTo("setup 'npm ci' ran longer than 30m");
    }

    /** The engine's failure for a step that was attempted. */
    private static RuntimeException notTakenUpAgain(String failed) {
        Failure notTakenUp = Failure.newBuilder()
                .setTimeoutFailureInfo(
                        TimeoutFailureInfo.newBuilder().setTimeoutType(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START))
                .setCause(Failure.newBuilder()
                        .setMessage(failed)
                        .setApplicationFailureInfo(
                                ApplicationFailureInfo.newBuilder().setType("Disk")))
                .build();
        return DefaultDataConverter.newDefaultInstance().failureToException(notTakenUp);
    }

    private static TimeoutFailure timeout(TimeoutType type) {
        return new TimeoutFailure("activity timeout", null, type);
    }

    private static String reason(Throwable cause) {
        return reason(cause, RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE);
    }

    private static String reason(Throwable cause, RetryState retryState) {
        ActivityFailure failure =
                new ActivityFailure("Activity task failed", 1, 2, "Assess", "a", retryState, "w", cause);
        return StepFailure.reason(failure, LIMITS);
    }
}
