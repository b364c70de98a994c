package dev.pawl.worker.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeriodicStepTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();
    private PeriodicStep periodic = new PeriodicStep("unused", NEVER, () -> false);

    @AfterEach
    void stop() {
        released.countDown();
        periodic.stop();
    }

    @Test
    void theFirstStepRunsAtOnceAndTheNextAfterAPeriod() {
        start(NEVER, () -> false);

        await().atMost(SOON).until(() -> runs.get() == 1);
        await().during(Duration.ofMillis(100)).atMost(SOON).until(() -> runs.get() == 1);
    }

    @Test
    void aStepIsRepeatedPeriodically() {
        start(SHORT, () -> false);

        await().atMost(SOON).until(() -> runs.get() > 3);
    }

    @Test
    void aStepWithMoreToDoIsRepeatedWithoutAPause() {
        start(NEVER, () -> runs.get() < 4);

        await().atMost(SOON).until(() -> runs.get() == 4);
    }

    @Test
    void aFailingStepIsRepeatedToo() {
        start(SHORT, () -> {
            throw new IllegalStateException("no database");
        });

        await().atMost(SOON).until(() -> runs.get() > 3);
        assertThat(periodic.isRunning()).isTrue();
    }

    @Test
    void aStopWaitsForTheRunningStep() {
        start(NEVER, this::waitForRelease);
        await().atMost(SOON).until(() -> runs.get() == 1);
        CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(() -> {
            periodic.stop();
            return ended.get();
        });
        await().atMost(SOON).until(() -> !periodic.isRunning());
        released.countDown();

        assertThat(stopped).succeedsWithin(SOON).isEqualTo(true);
    }

    @Test
    void aStopDoesNotWaitLongerThanItsBound() {
        start(NEVER, this::waitForRelease, SHORT);
        await().atMost(SOON).until(() -> runs.get() == 1);

        assertThat(CompletableFuture.runAsync(periodic::stop)).succeedsWithin(SOON);
        assertThat(ended).isFalse();
    }

    @Test
    void aStoppedOneBeginsNoFurtherStepAlthoughMoreWaits() {
        start(SHORT, () -> true);
        await().atMost(SOON).until(() -> runs.get() > 3);
        periodic.stop();
        int before = runs.get();

        await().during(Duration.ofMillis(100)).atMost(SOON).until(() -> runs.get() == before);
    }

    @Test
    void itCanBeStartedAgain() {
        start(NEVER, () -> false);
        await().atMost(SOON).until(() -> runs.get() == 1);
        periodic.stop();
        periodic.start();

        await().atMost(SOON).until(() -> runs.get() == 2);
        assertThat(periodic.isRunning()).isTrue();
    }

    @Test
    void aStopOfWhatNeverStartedReturns() {
        periodic.stop();

        assertThat(periodic.isRunning()).isFalse();
    }

    private void start(Duration period, BooleanSupplier step) {
        start(period, step, SOON);
    }

    private void start(Duration period, BooleanSupplier step, Duration longestStop) {
        periodic = new PeriodicStep(
                "test-step",
                period,
                () -> {
                    runs.incrementAndGet();
                    return step.getAsBoolean();
                },
                longestStop);
        periodic.start();
    }

    private boolean waitForRelease() {
        try {
            released.await();
            ended.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
