package dev.pawl.worker.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param slots concurrent short bookkeeping activities
 * @param drain how long running activities may take to finish on shutdown before they are cancelled
 * @param deadlock how long a workflow may compute without yielding before the SDK gives up
 * @param heartbeat longest time between two heartbeats, and thus the latency of a cancel
 */
public record WorkerProperties(
        @DefaultValue("50") int slots,
        @DefaultValue("30s") Duration drain,
        @DefaultValue("10s") Duration deadlock,
        @DefaultValue("2s") Duration heartbeat) {
    public WorkerProperties {
        Require.atLeast("pawl.worker.slots", slots, 1);
        Require.positive("pawl.worker.drain", drain);
        Require.positive("pawl.worker.deadlock", deadlock);
        Require.positive("pawl.worker.heartbeat", heartbeat);
    }
}
