package dev.pawl.activities.session;

import dev.pawl.activities.agent.AgentListener;
import dev.pawl.activities.heartbeat.Attempt;
import dev.pawl.activities.process.ProcessIdentity;
import dev.pawl.workflows.model.Usage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows an agent while it runs: keeps what it spent, tells what it does, and ends it once the engine, a newer attempt
 * or a lasting fault of the database says so. Its thread is not the one that beats for the engine, so that a database
 * that does not answer costs no heartbeat.
 */
final class SessionWatch implements AgentListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final int FAULTS_BORNE = 15;
    private static final int ACTIVITIES_AT_ONCE = 100;
    private static final int ACTIVITIES_TOLD = 2_000;

    private final OpenSession session;
    private final Attempt attempt;
    private final Queue<Activity> activities = new ArrayBlockingQueue<>(ACTIVITIES_AT_ONCE);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pawl-session").factory());
    private final Future<?> keeping;
    private volatile Usage usage = Usage.NONE;
    private volatile @Nullable RuntimeException fault;
    private int told;
    private int faults;

    private record Activity(String kind, String text) {}

    SessionWatch(OpenSession session, Attempt attempt, Duration every) {
        this.session = session;
        this.attempt = attempt;
        this.keeping =
                thread.scheduleWithFixedDelay(this::keep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void started(ProcessIdentity identity) {
        session.started(identity);
    }

    @Override
    public void usage(Usage soFar) {
        usage = soFar;
    }

    /** What is too much at once is left out: it is a picture of the work, the transcript has it all. */
    @Override
    public void activity(String kind, String text) {
        if (!activities.offer(new Activity(kind, text))) {
            LOG.debug("session {}: an activity is not told of", session.id());
        }
    }

    @Override
    public boolean cancelled() {
        return fault != null || attempt.ended();
    }

    /** @throws RuntimeException what ended the attempt from outside, where something did */
    void check() {
        attempt.check();
        RuntimeException cause = fault;
        if (cause != null) {
            throw cause;
        }
    }

    /** Waits for a write that is under way, and makes the last one. */
    @Override
    public void close() {
        keeping.cancel(false);
        thread.close();
        session.hasSpent(usage);
        if (fault == null) {
            session.insist(this::tellActivities);
        }
    }

    private void keep() {
        try {
            session.spent(usage);
            tellActivities();
            faults = 0;
        } catch (ApplicationFailure e) {
            fault = e;
        } catch (RuntimeException e) {
            LOG.warn("session {}: what was spent is not stored yet", session.id(), e);
            if (++faults > FAULTS_BORNE) {
                fault = e;
            }
        }
    }

    private void tellActivities() {
        for (Activity next = activities.peek(); next != null; next = activities.peek()) {
            if (told < ACTIVITIES_TOLD) {
                session.tellActivity(told, next.kind(), next.text());
                told++;
            }
            activities.remove();
        }
    }
}
