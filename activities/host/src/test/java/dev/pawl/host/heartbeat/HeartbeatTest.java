package dev.pawl.host.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Duration EVERY = Duration.ofMillis(5);

    @Test
    void itBeatsUntilItIsClosed() {
        AtomicInteger beats = new AtomicInteger();
        try (Heartbeat heartbeat = Heartbeat.every(EVERY, beats::incrementAndGet)) {
            await().until(() -> beats.get() > 3);
            assertThat(heartbeat.ended()).isFalse();
            assertThatNoException().isThrownBy(heartbeat::check);
        }
        int after = beats.get();
        await().pollDelay(EVERY.multipliedBy(4)).until(() -> beats.get() == after);
    }

    @Test
    void theEnginesResponseEndsTheActivity() {
        ActivityCompletionException said = new Said();
        try (Heartbeat heartbeat = Heartbeat.every(EVERY, () -> {
            throw said;
        })) {
            await().until(heartbeat::ended);
            assertThatThrownBy(heartbeat::check).isSameAs(said);
        }
    }

    @Test
    void anAttemptWhoseBeatsWereTooLateIsLostAndNotCancelled() {
        ActivityCanceledException late = new ActivityCanceledException(
                null, new TimeoutFailure("no beat in time", null, TimeoutType.TIMEOUT_TYPE_HEARTBEAT));
        try (Heartbeat heartbeat = Heartbeat.every(EVERY, () -> {
            throw late;
        })) {
            await().until(heartbeat::ended);
            assertThatThrownBy(heartbeat::check).isInstanceOf(ActivityNotExistsException.class);
        }
    }

    @Test
    void aWorkerThatStoodStillTooLongKnowsItAtOnce() {
        AtomicLong nanos = new AtomicLong();
        try (Heartbeat heartbeat = Heartbeat.leased(Duration.ofSeconds(15), nanos::get)) {
            nanos.addAndGet(Duration.ofSeconds(15).toNanos());
            assertThat(heartbeat.ended()).isFalse();
        }
        try (Heartbeat heartbeat = Heartbeat.leased(Duration.ofSeconds(15), nanos::get)) {
            nanos.addAndGet(Duration.ofSeconds(16).toNanos());
            assertThat(heartbeat.ended()).isTrue();
            assertThatThrownBy(heartbeat::check).isInstanceOf(ActivityNotExistsException.class);
        }
    }

    @Test
    void aCancellationStaysOne() {
        try (Heartbeat heartbeat = Heartbeat.every(EVERY, () -> {
            throw new ActivityCanceledException();
        })) {
            await().until(heartbeat::ended);
            assertThatThrownBy(heartbeat::check).isInstanceOf(ActivityCanceledException.class);
        }
    }

    @Test
    void aBeatThatFailsOtherwiseIsNotTheLast() {
        AtomicInteger beats = new AtomicInteger();
        try (Heartbeat heartbeat = Heartbeat.every(EVERY, () -> {
            if (beats.incrementAndGet() < 3) {
                throw new IllegalStateException("no connection");
            }
        })) {
            await().until(() -> beats.get() > 5);
            assertThat(heartbeat.ended()).isFalse();
        }
    }

    private static final class Said extends ActivityCompletionException {
        private static final long serialVersionUID = 1L;
    }
}
