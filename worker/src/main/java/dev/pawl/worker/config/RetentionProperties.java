package dev.pawl.worker.config;

import dev.pawl.task.collect.RetentionPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param content how long an unreferenced text is kept
 * @param snapshots how long the snapshots of a task are kept after its end
 * @param tasks how long the rows of a task are kept after its end
 * @param period time between two rounds of removal
 */
public record RetentionProperties(
        @DefaultValue("30d") Duration content,
        @DefaultValue("180d") Duration snapshots,
        @DefaultValue("365d") Duration tasks,
        @DefaultValue("1d") Duration period) {
    public RetentionProperties {
        Require.positive("pawl.retention.period", period);
        atLeast("pawl.retention.content", content, RetentionPolicy.LEAST);
        atLeast("pawl.retention.snapshots", snapshots, RetentionPolicy.LEAST);
        atLeast("pawl.retention.tasks", tasks, snapshots);
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("%s is %s, it must be at least %s".formatted(name, value, least));
        }
    }

    public RetentionPolicy policy() {
        return new RetentionPolicy(content, snapshots, tasks);
    }
}
