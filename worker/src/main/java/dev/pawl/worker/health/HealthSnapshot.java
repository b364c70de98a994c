package dev.pawl.worker.health;

import dev.pawl.worker.queue.EngineConnection;

/**
 * Inputs of one health answer.
 *
 * @param stopping the worker shuts down
 * @param database the database answers
 * @param engine the engine answers
 * @param events events are consumed from the broker, if one is configured
 * @param connection whether the worker polls its queues
 */
public record HealthSnapshot(
        boolean stopping, boolean database, boolean engine, boolean events, EngineConnection.State connection) {

    /** False only during shutdown: a restart would not help with the dependencies. */
    public boolean alive() {
        return !stopping;
    }

    /** Accepts work and can finish it. */
    public boolean ready() {
        return !stopping && database && engine && events && connection == EngineConnection.State.CONNECTED;
    }
}
