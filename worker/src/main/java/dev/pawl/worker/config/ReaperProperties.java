package dev.pawl.worker.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param period time between two rounds of the reaper */
public record ReaperProperties(@DefaultValue("1m") Duration period) {
    public ReaperProperties {
        Require.positive("pawl.reaper.period", period);
    }
}
