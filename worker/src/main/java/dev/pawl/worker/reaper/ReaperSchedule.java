package dev.pawl.worker.reaper;

import dev.pawl.worker.queue.EngineConnection;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sweeps before the worker takes work, and reaps while it is connected. */
public final class ReaperSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReaperSchedule.class);

    private final Reaper reaper;
    private final EngineConnection connection;
    private final Duration period;
    private @Nullable ScheduledExecutorService timer;

    public ReaperSchedule(Reaper reaper, EngineConnection connection, Duration period) {
        this.reaper = reaper;
        this.connection = connection;
        this.period = period;
    }

    // A round catches and tells all of its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public synchronized void start() {
        reaper.sweep();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reaper").daemon().factory());
        timer.scheduleWithFixedDelay(this::round, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        if (connection.state() != EngineConnection.State.CONNECTED) {
            return;
        }
        try {
            reaper.reap();
        } catch (WorkflowServiceException e) {
            log.info("the engine does not say what became of its workflows: {}", e.getMessage());
        } catch (RuntimeException e) {
            // The next round tries again; this thread must live for it.
            log.error("cannot compare open tasks with the engine", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Before the connection on the way up, after it on the way down. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
