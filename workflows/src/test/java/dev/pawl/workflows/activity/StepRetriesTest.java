package dev.pawl.workflows.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.common.RetryOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepRetriesTest {
    /** The engine's default factor between pauses. */
    private static final int FACTOR = 2;

    /** Workers that are killed as soon as they are ready, for minutes, must not cost a task its work. */
    @Test
    void aStepSurvivesTwentyMinutesOfWorkersThatKeepDying() {
        RetryOptions retries = StepRetries.ON_HOST;
        Duration pause = retries.getInitialInterval();
        Duration waited = Duration.ZERO;
        for (int attempt = 1; attempt < retries.getMaximumAttempts(); attempt++) {
            waited = waited.plus(pause);
            Duration longer = pause.multipliedBy(FACTOR);
            pause = longer.compareTo(retries.getMaximumInterval()) < 0 ? longer : retries.getMaximumInterval();
        }

        assertThat(waited).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(40));
    }
}
