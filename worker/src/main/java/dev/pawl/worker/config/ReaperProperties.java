package dev.pawl.worker.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param period time between two comparisons of open rows with the engine */
public record ReaperProperties(@DefaultValue("1m") Duration period) {
    public ReaperProperties {
        Require.positive("pawl.reaper.period", period);
    }
}
