package dev.pawl.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.worker.queue.EngineConnection;
import dev.pawl.worker.queue.EngineConnection.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

class HealthProbeTest {
    private static final ContextClosedEvent CLOSED = new ContextClosedEvent(new StaticApplicationContext());

    @ParameterizedTest
    @CsvSource({"true,true,true,true", "false,true,true,false", "true,false,true,false", "true,true,false,false"})
    void readinessDependsOnDatabaseEngineAndBroker(boolean database, boolean engine, boolean events, boolean ready) {
        assertThat(new HealthSnapshot(false, database, engine, events, State.CONNECTED).ready())
                .isEqualTo(ready);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyAPollingWorkerIsReady(State connection) {
        assertThat(new HealthSnapshot(false, true, true, true, connection).ready())
                .isEqualTo(connection == State.CONNECTED);
    }

    @Test
    void nothingIsHealthyOnceShutdownHasBegun() {
        HealthProbe probe = new HealthProbe(() -> true, () -> true, () -> true, () -> State.CONNECTED);
        assertStatus(HealthIndicators.ready(probe), Status.UP);
        assertStatus(HealthIndicators.alive(probe), Status.UP);

        probe.onApplicationEvent(CLOSED);

        assertStatus(HealthIndicators.ready(probe), Status.OUT_OF_SERVICE);
        assertStatus(HealthIndicators.alive(probe), Status.OUT_OF_SERVICE);
    }

    @Test
    void aShutdownThatBeginsDuringTheProbeMakesItUnhealthy() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        HealthProbe probe = new HealthProbe(
                () -> {
                    asked.countDown();
                    return awaited(answer);
                },
                () -> true,
                () -> true,
                () -> EngineConnection.State.CONNECTED);
        CompletableFuture<HealthSnapshot> snapshot = CompletableFuture.supplyAsync(probe::snapshot);
        assertThat(awaited(asked)).isTrue();

        probe.onApplicationEvent(CLOSED);
        answer.countDown();

        assertThat(snapshot.get(10, TimeUnit.SECONDS).ready()).isFalse();
    }

    private static void assertStatus(HealthIndicator indicator, Status status) {
        assertThat(indicator.health()).isNotNull().extracting(Health::getStatus).isEqualTo(status);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
