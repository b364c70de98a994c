package dev.pawl.host.heartbeat;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a heartbeat every two seconds from its own thread, and so learns that the activity was cancelled, has timed
 * out, or that its worker stops. If the worker was suspended for so long that the engine may have given the work away,
 * the activity counts as ended too, before it does anything else. Thread-safe.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Duration NO_LEASE = Duration.ofNanos(Long.MAX_VALUE);
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofMillis(500);

    /**
     * Largest age of the last heartbeat when the worker stops running: two seconds here, two in the SDK, and
     * transmission.
     */
    private static final Duration OLDEST_BEAT = Duration.ofSeconds(5);

    private final Runnable beat;
    private final long lease;
    private final LongSupplier clock;
    // Two threads: a heartbeat that waits for the engine must not look like a suspended worker.
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("pawl-heartbeat").factory());
    private volatile long ticked;
    private volatile @Nullable ActivityCompletionException ended;

    private Heartbeat(Runnable beat, Duration every, Duration lease, LongSupplier clock) {
        this.beat = beat;
        this.lease = lease.toNanos();
        this.clock = clock;
        this.ticked = clock.getAsLong();
        // If the worker was suspended, the engine may have given the activity to another worker meanwhile; the first
        // heartbeat response says so.
        beat();
        if (ended == null) {
            start(this::beat, every);
            start(this::tick, TICK);
        }
    }

    /** Heartbeats for the activity of the calling thread until closed; the first one is sent before this returns. */
    public static Heartbeat start() {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return new Heartbeat(
                () -> context.heartbeat(null), BEAT, lease(context.getInfo().getHeartbeatTimeout()), System::nanoTime);
    }

    static Heartbeat every(Duration time, Runnable beat) {
        return new Heartbeat(beat, time, NO_LEASE, System::nanoTime);
    }

    /** @param clock in nanoseconds, read twice a second and at every query */
    static Heartbeat leased(Duration lease, LongSupplier clock) {
        return new Heartbeat(() -> {}, BEAT, lease, clock);
    }

    /** How long a worker may be suspended and still own the work for certain. */
    private static Duration lease(Duration heartbeatTimeout) {
        return heartbeatTimeout.compareTo(OLDEST_BEAT.multipliedBy(2)) < 0
                ? NO_LEASE
                : heartbeatTimeout.minus(OLDEST_BEAT);
    }

    /** Whether the engine no longer wants the result. */
    public boolean ended() {
        lookAtClock();
        return ended != null;
    }

    /** @throws ActivityCompletionException from the engine, if it no longer wants the result */
    public void check() {
        lookAtClock();
        ActivityCompletionException said = ended;
        if (said != null) {
            throw said;
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    /**
     * The SDK reports a missed heartbeat by its own clock as a cancellation too, but the engine gives the work to
     * another attempt.
     */
    private static boolean timedOut(ActivityCompletionException said) {
        return said instanceof ActivityCanceledException && said.getCause() instanceof TimeoutFailure;
    }

    // Ends with its threads.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void start(Runnable work, Duration every) {
        threads.scheduleWithFixedDelay(work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        lookAtClock();
        ticked = clock.getAsLong();
    }

    private void lookAtClock() {
        if (ended == null && clock.getAsLong() - ticked > lease) {
            ended = new ActivityNotExistsException(
                    new IllegalStateException("the worker was suspended; another attempt may have the work"));
            threads.shutdown();
        }
    }

    private void beat() {
        try {
            beat.run();
        } catch (ActivityCompletionException e) {
            ended = timedOut(e) ? new ActivityNotExistsException(e) : e;
            threads.shutdown();
        } catch (RuntimeException e) {
            // Whether an attempt is dead is decided by the engine's clock; the next heartbeat may arrive.
            LOG.warn("a heartbeat did not reach the engine", e);
        }
    }
}
