package dev.pawl.host.heartbeat;

import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;

/**
 * One attempt of an activity on a task's workspace: it heartbeats, is the only one working on the task on this host,
 * and learns when it has to end. Thread-safe.
 */
public final class Attempt implements AutoCloseable {
    private final Heartbeat heartbeat;
    private final Turns.Turn turn;
    private final Patience patience = new Patience(this::ended);

    private Attempt(Heartbeat heartbeat, Turns.Turn turn) {
        this.heartbeat = heartbeat;
        this.turn = turn;
    }

    /**
     * Begins the attempt of the calling thread's activity, once an older one has ended.
     *
     * @throws ApplicationFailure if the older one does not end in time
     * @throws ActivityCompletionException if the engine has already given the work to another attempt
     */
    public static Attempt begin(Turns turns, String taskId) {
        Heartbeat heartbeat = Heartbeat.start();
        try {
            heartbeat.check();
            return new Attempt(heartbeat, turns.take(taskId));
        } catch (RuntimeException e) {
            heartbeat.close();
            throw e;
        } catch (InterruptedException e) {
            heartbeat.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the worker was stopped", e);
        }
    }

    /** Whether the result is no longer wanted. */
    public boolean ended() {
        return turn.superseded() || heartbeat.ended();
    }

    /**
     * @throws ActivityCompletionException from the engine, if it no longer wants the result
     * @throws ApplicationFailure if a newer attempt waits
     */
    public void check() {
        heartbeat.check();
        if (turn.superseded()) {
            throw Turns.fenced("a newer attempt took over");
        }
    }

    /** For the attempt's writes. */
    public Patience patience() {
        return patience;
    }

    @Override
    public void close() {
        turn.close();
        heartbeat.close();
    }
}
