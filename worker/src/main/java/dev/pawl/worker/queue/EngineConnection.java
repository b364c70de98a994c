package dev.pawl.worker.queue;

import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Polls the engine's queues from the moment there is an engine until the worker is told to end: then takes nothing new,
 * lets what runs finish for the drain time, and interrupts the rest, so that agents end and their sessions are closed
 * before the database goes.
 */
public final class EngineConnection implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final WorkerFactory factory;
    private final Duration drain;
    private final Duration grace;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile State state = State.NEW;

    /** Where the worker is with its engine. */
    public enum State {
        NEW,
        CONNECTING,
        CONNECTED,
        STOPPING,
        STOPPED
    }

    /**
     * @param drain how long running activities may take to finish
     * @param grace how long interrupted ones may take to end their processes and close their rows
     */
    public EngineConnection(WorkerFactory factory, Duration drain, Duration grace) {
        this.factory = factory;
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
            factory.start();
            state = State.CONNECTED;
            log.info("connected to the engine");
            return true;
        } catch (StatusRuntimeException e) {
            log.info("no engine yet: {}", e.getStatus());
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
        factory.shutdown();
        factory.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS);
        if (!factory.isTerminated()) {
            log.info("activities still run after {} s: cancelling them", drain.toSeconds());
            factory.shutdownNow();
            factory.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        }
        state = State.STOPPED;
    }

    @Override
    public boolean isRunning() {
        return state == State.CONNECTING || state == State.CONNECTED;
    }
}
