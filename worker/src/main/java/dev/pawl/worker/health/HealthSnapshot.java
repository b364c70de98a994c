package dev.pawl.worker.health;

import dev.pawl.worker.queue.EngineConnection;

/**
 * Everything an answer about health is made from, taken together.
 *
 * @param stopping the worker was told to end
 * @param database the database answers
 * @param engine the engine answers
 * @param connection whether the worker polls its queues
 */
public record HealthSnapshot(boolean stopping, boolean database, boolean engine, EngineConnection.State connection) {

    /** Restarting the process would not help what it waits for; so only its own end is not alive. */
    public boolean alive() {
        return !stopping;
    }

    /** Takes work and can finish it. */
    public boolean ready() {
        return !stopping && database && engine && connection == EngineConnection.State.CONNECTED;
    }
}
