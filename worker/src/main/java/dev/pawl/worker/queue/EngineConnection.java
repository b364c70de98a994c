package dev.pawl.worker.queue;

import dev.pawl.host.process.ProcessSupervisor;
import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Polls the engine's queues from the moment an engine is available until shutdown. Then accepts nothing new, lets
 * running activities finish for the drain time, and ends the rest, so that sessions are closed while the database is
 * still up and the engine gives the work to another worker at once.
 */
public final class EngineConnection implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** For activities that notice a shutdown only by an interrupt. */
    private static final Duration INTERRUPTED = Duration.ofSeconds(5);

    private final WorkerFactory factory;
    private final Runnable namespace;
    private final ProcessSupervisor processes;
    private final Duration drain;
    private final Duration grace;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile State state = State.NEW;

    /** State of the connection to the engine. */
    public enum State {
        NEW,
        CONNECTING,
        CONNECTED,
        STOPPING,
        STOPPED
    }

    /**
     * @param namespace prepares the engine's namespace before the first poll
     * @param drain how long running activities may take to finish
     * @param grace how long ended activities may take to end their processes and close their rows
     */
    public EngineConnection(
            WorkerFactory factory, Runnable namespace, ProcessSupervisor processes, Duration drain, Duration grace) {
        this.factory = factory;
        this.namespace = namespace;
        this.processes = processes;
        this.drain = drain;
        this.grace = grace;
    }

    public State state() {
        return state;
    }

    @Override
    public void start() {
        state = State.CONNECTING;
        Thread.ofPlatform().name("engine-connect").daemon().start(this::connect);
    }

    private void connect() {
        Duration pause = FIRST_PAUSE;
        while (state == State.CONNECTING && !connected()) {
            if (waitedForStop(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private synchronized boolean connected() {
        if (state != State.CONNECTING) {
            return true;
        }
        try {
            namespace.run();
            factory.start();
            state = State.CONNECTED;
            log.info("connected to the engine");
            return true;
        } catch (StatusRuntimeException e) {
            log.info("the engine is not reachable yet: {}", e.getStatus());
            return false;
        } catch (RuntimeException e) {
            // Probably not transient, but a worker that silently gave up would never become ready.
            log.error("polling cannot begin, trying again", e);
            return false;
        }
    }

    private boolean waitedForStop(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        synchronized (this) {
            state = State.STOPPING;
        }
        processes.drain();
        factory.shutdown();
        if (!ended(drain)) {
            log.info("activities still run after {} s: their processes are ended", drain.toSeconds());
            processes.stop();
            if (!ended(grace)) {
                log.warn("activities still run after {} s more: they are interrupted", grace.toSeconds());
                factory.shutdownNow();
                ended(INTERRUPTED);
            }
        }
        state = State.STOPPED;
    }

    private boolean ended(Duration patience) {
        factory.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        return factory.isTerminated();
    }

    @Override
    public boolean isRunning() {
        return state == State.CONNECTING || state == State.CONNECTED;
    }
}
