package dev.pawl.worker.reaper;

import dev.pawl.worker.queue.EngineConnection;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.schedules.ScheduleException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sweeps before the worker accepts work, runs one round once it is connected, and ensures the engine's schedule. If the
 * engine has no schedules, as the in-process one, this worker runs rounds on a timer.
 */
public final class ReaperLifecycle implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReaperLifecycle.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Reaper reaper;
    private final List<EngineSchedule> schedules;
    private final EngineConnection connection;
    private final Duration period;
    private volatile @Nullable CountDownLatch stopped;

    public ReaperLifecycle(
            Reaper reaper, List<EngineSchedule> schedules, EngineConnection connection, Duration period) {
        this.reaper = reaper;
        this.schedules = List.copyOf(schedules);
        this.connection = connection;
        this.period = period;
    }

    @Override
    public void start() {
        reaper.sweep();
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofPlatform().name("reaper").daemon().start(() -> run(end));
    }

    private void run(CountDownLatch end) {
        while (!connected()) {
            if (ended(end, LOOK)) {
                return;
            }
        }
        // A round fails without the engine; the next one tries again.
        while (!round() && !ended(end, period)) {}
    }

    /** @return whether the engine schedules further rounds */
    private boolean round() {
        try {
            reaper.reap();
            boolean scheduled = schedules.stream().allMatch(EngineSchedule::ensure);
            if (scheduled) {
                log.info(
                        "the engine has the schedules {}",
                        schedules.stream().map(EngineSchedule::id).toList());
            }
            return scheduled;
        } catch (WorkflowServiceException | ScheduleException | StatusRuntimeException e) {
            log.info("the engine does not report the state of its workflows: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // The next round tries again; this thread must survive.
            log.error("cannot compare what is open with the engine", e);
            return false;
        }
    }

    private boolean connected() {
        return connection.state() == EngineConnection.State.CONNECTED;
    }

    private static boolean ended(CountDownLatch end, Duration wait) {
        try {
            return end.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        CountDownLatch end = stopped;
        if (end != null) {
            end.countDown();
            stopped = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    /** Starts before the connection and stops after it. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
