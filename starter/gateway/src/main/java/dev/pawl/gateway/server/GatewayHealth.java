package dev.pawl.gateway.server;

import dev.pawl.api.v1.DatabaseInfo;
import dev.pawl.api.v1.EngineInfo;
import dev.pawl.gateway.engine.Engine;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the database and the engine answer and no shutdown has begun. */
public final class GatewayHealth implements HealthIndicator {
    private final EngineProbe engine;
    private final DatabaseProbe database;
    private final BooleanSupplier shutdown;

    public GatewayHealth(Engine engine, DataSource database, BooleanSupplier shutdown) {
        this.engine = new EngineProbe(engine, EngineInfo.getDefaultInstance());
        this.database = new DatabaseProbe(database);
        this.shutdown = shutdown;
    }

    @Override
    public Health health() {
        if (shutdown.getAsBoolean()) {
            return Health.outOfService().withDetail("shutdown", "begun").build();
        }
        EngineInfo engineNow = engine.look();
        DatabaseInfo databaseNow = database.look();
        boolean up = engineNow.getReachable() && databaseNow.getReachable();
        return (up ? Health.up() : Health.down())
                .withDetail("engine", engineNow.getReachable() ? engineNow.getVersion() : engineNow.getProblem())
                .withDetail(
                        "database", databaseNow.getReachable() ? databaseNow.getVersion() : databaseNow.getProblem())
                .build();
    }
}
