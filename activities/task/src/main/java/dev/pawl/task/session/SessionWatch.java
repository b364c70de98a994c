package dev.pawl.task.session;

import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentListener;
import dev.pawl.host.heartbeat.Attempt;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.workflows.model.evidence.Usage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes an agent while it runs: stores its spending and its actions, and ends it if the engine, a newer attempt or a
 * lasting failure of the database requires that. It uses another thread than the heartbeats, so that an unresponsive
 * database costs no heartbeat.
 */
final class SessionWatch implements AgentListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final int FAULTS_BORNE = 15;

    private final OpenSession session;
    private final Attempt attempt;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pawl-session").factory());
    private final Future<?> keeping;
    private volatile Usage usage = Usage.NONE;
    private volatile @Nullable RuntimeException fault;
    private int faults;

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

    @Override
    public void action(AgentAction action) {
        session.acted(action);
    }

    @Override
    public boolean cancelled() {
        return fault != null || attempt.ended();
    }

    /** @throws RuntimeException the cause, if the attempt was ended from outside */
    void check() {
        attempt.check();
        RuntimeException cause = fault;
        if (cause != null) {
            throw cause;
        }
    }

    /** Waits for a write in progress, and makes the last one. */
    @Override
    public void close() {
        keeping.cancel(false);
        thread.close();
        session.hasSpent(usage);
        if (fault == null) {
            session.insist(session::storeActions);
        }
    }

    private void keep() {
        try {
            session.spent(usage);
            session.storeActions();
            faults = 0;
        } catch (ApplicationFailure e) {
            fault = e;
        } catch (RuntimeException e) {
            LOG.warn("session {}: its spending is not stored yet", session.id(), e);
            if (++faults > FAULTS_BORNE) {
                fault = e;
            }
        }
    }
}
