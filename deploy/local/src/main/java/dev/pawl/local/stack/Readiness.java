package dev.pawl.local.stack;

import dev.pawl.worker.health.HealthProbe;
import dev.pawl.worker.health.HealthSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Waits until tasks would run. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 50;

    private Readiness() {}

    static void await(ConfigurableApplicationContext context, BooleanSupplier givenUp) throws IOException {
        HealthProbe probe = context.getBean(HealthProbe.class);
        long began = System.nanoTime();
        while (!givenUp.getAsBoolean()) {
            HealthSnapshot snapshot = probe.snapshot();
            if (snapshot.ready()) {
                return;
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("not ready after " + PATIENCE.toSeconds() + " s: " + snapshot);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to be ready", e);
        }
    }
}
