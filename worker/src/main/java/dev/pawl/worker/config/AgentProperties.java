package dev.pawl.worker.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param slots agents that may run on this host at once
 * @param grace how long an agent that is told to end may take before it is killed
 * @param transcriptLimit how much of what one agent says is kept; the rest is read and dropped
 */
public record AgentProperties(
        @DefaultValue("4") int slots,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("50MB") DataSize transcriptLimit) {
    public AgentProperties {
        Require.atLeast("pawl.agents.slots", slots, 1);
        Require.positive("pawl.agents.grace", grace);
        Require.atLeast("pawl.agents.transcript-limit", transcriptLimit.toBytes(), 1);
    }
}
