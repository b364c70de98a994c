package dev.pawl.worker.periodic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats a step in a thread of its own for as long as the application runs: the first time at once, then a period
 * after the end of the step before. A step that fails is repeated like any other; the first failure in a row is logged
 * as a warning, the others for debugging.
 */
public final class PeriodicStep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PeriodicStep.class);

    /** How long a stop waits for the running step, which may use the database or a broker. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String name;
    private final Duration period;
    private final BooleanSupplier step;
    private final Duration longestStop;
    private volatile @Nullable Run run;

    private record Run(CountDownLatch end, Thread thread) {}

    /**
     * @param name of the thread, and of the step in the log
     * @param step returns whether there may be more to do, in which case it is repeated without a pause
     */
    public PeriodicStep(String name, Duration period, BooleanSupplier step) {
        this(name, period, step, LONGEST_STOP);
    }

    PeriodicStep(String name, Duration period, BooleanSupplier step, Duration longestStop) {
        this.name = name;
        this.period = period;
        this.step = step;
        this.longestStop = longestStop;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> repeat(end));
        run = new Run(end, thread);
        thread.start();
    }

    private void repeat(CountDownLatch end) {
        boolean failed = false;
        try {
            do {
                failed = !succeeds(end, failed);
            } while (!end.await(period.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param failedBefore whether the failure is not the first in a row */
    private boolean succeeds(CountDownLatch end, boolean failedBefore) {
        try {
            while (end.getCount() > 0 && step.getAsBoolean()) {
                // More may wait.
            }
            return true;
        } catch (RuntimeException e) {
            log.atLevel(failedBefore ? Level.DEBUG : Level.WARN)
                    .log("{} failed, tries again in {} s: {}", name, period.toSeconds(), e.toString());
            return false;
        }
    }

    /** Begins no further step and waits for the running one, for a few seconds at most. */
    @Override
    public void stop() {
        Run running = run;
        if (running == null) {
            return;
        }
        run = null;
        running.end().countDown();
        try {
            if (!running.thread().join(longestStop)) {
                log.warn("{} still runs {} s after it was stopped", name, longestStop.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }
}
