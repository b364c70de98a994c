package dev.pawl.host.heartbeat;

import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;

/**
 * One attempt of an activity that works on a task's workspace: it beats, it alone works on the task here, and it learns
 * when it is to end. Thread-safe.
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
     * @throws ApplicationFailure where the older one does not end in time
     * @throws ActivityCompletionException where the engine has given the work to another attempt already
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

    /** Whether nobody wants its result any more. */
    public boolean ended() {
        return turn.superseded() || heartbeat.ended();
    }

    /**
     * @throws ActivityCompletionException what the engine said, where it no longer wants the result
     * @throws ApplicationFailure where a newer attempt wants to work
     */
    public void check() {
        heartbeat.check();
        if (turn.superseded()) {
            throw Turns.fenced("a newer attempt took over");
        }
    }

    /** For its writes. */
    public Patience patience() {
        return patience;
    }

    @Override
    public void close() {
        turn.close();
        heartbeat.close();
    }
}
