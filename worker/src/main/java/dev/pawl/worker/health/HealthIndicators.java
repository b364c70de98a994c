package dev.pawl.worker.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Liveness and readiness, each answered from one snapshot. */
public final class HealthIndicators {
    private HealthIndicators() {}

    public static HealthIndicator alive(HealthProbe probe) {
        return () -> (probe.stopping() ? Health.outOfService() : Health.up())
                .withDetail("stopping", probe.stopping())
                .build();
    }

    public static HealthIndicator ready(HealthProbe probe) {
        return () -> ready(probe.snapshot());
    }

    private static Health ready(HealthSnapshot snapshot) {
        Health.Builder health = snapshot.ready() ? Health.up() : Health.outOfService();
        return health.withDetail("stopping", snapshot.stopping())
                .withDetail("database", snapshot.database())
                .withDetail("engine", snapshot.engine())
                .withDetail("events", snapshot.events())
                .withDetail("connection", snapshot.connection().name().toLowerCase(java.util.Locale.ROOT))
                .build();
    }
}
