package dev.pawl.worker.health;

import dev.pawl.worker.queue.EngineConnection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/** Takes health snapshots. Learns of a shutdown before any part of the application stops. */
public final class HealthProbe implements ApplicationListener<ContextClosedEvent>, Ordered {
    private final BooleanSupplier database;
    private final BooleanSupplier engine;
    private final BooleanSupplier events;
    private final Supplier<EngineConnection.State> connection;
    private volatile boolean stopping;

    /** @param events whether events are consumed; true as well if no broker is configured */
    public HealthProbe(
            BooleanSupplier database,
            BooleanSupplier engine,
            BooleanSupplier events,
            Supplier<EngineConnection.State> connection) {
        this.database = database;
        this.engine = engine;
        this.events = events;
        this.connection = connection;
    }

    public HealthSnapshot snapshot() {
        boolean databaseAnswers = database.getAsBoolean();
        boolean engineAnswers = engine.getAsBoolean();
        boolean eventsFlow = events.getAsBoolean();
        // Last: a shutdown that begins during slow probes must turn the result into a no.
        return new HealthSnapshot(stopping, databaseAnswers, engineAnswers, eventsFlow, connection.get());
    }

    /** Answers without calling others. */
    public boolean stopping() {
        return stopping;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        stopping = true;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
