package dev.pawl.activities.heartbeat;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the engine every two seconds that an activity is alive, from a thread of its own, and learns that way that the
 * activity was cancelled, timed out, or that its worker stops. Thread-safe.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final Runnable beat;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pawl-heartbeat").factory());
    private final Future<?> beats;
    private volatile @Nullable ActivityCompletionException ended;

    private Heartbeat(Runnable beat, Duration every) {
        this.beat = beat;
        this.beats = thread.scheduleWithFixedDelay(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Beats for the activity of the calling thread until closed. */
    public static Heartbeat start() {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return every(BEAT, () -> context.heartbeat(null));
    }

    static Heartbeat every(Duration time, Runnable beat) {
        return new Heartbeat(beat, time);
    }

    /** Whether the engine no longer wants the result. */
    public boolean ended() {
        return ended != null;
    }

    /** @throws ActivityCompletionException what the engine said, where it no longer wants the result */
    public void check() {
        ActivityCompletionException said = ended;
        if (said != null) {
            throw said;
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        thread.close();
    }

    /**
     * The SDK calls it a cancellation too where its own clock says that no beat arrived in time: nobody cancelled anything, the
     * engine gives the work to another attempt.
     */
    private static boolean timedOut(ActivityCompletionException said) {
        return said instanceof ActivityCanceledException && said.getCause() instanceof TimeoutFailure;
    }

    private void beat() {
        try {
            beat.run();
        } catch (ActivityCompletionException e) {
            ended = timedOut(e) ? new ActivityNotExistsException(e) : e;
            thread.shutdown();
        } catch (RuntimeException e) {
            // The engine decides by its own clock whether an attempt is dead; the next beat may reach it.
            LOG.warn("a heartbeat did not reach the engine", e);
        }
    }
}
