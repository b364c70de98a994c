package dev.pawl.worker.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param slots agents that may run on this host at once
 * @param grace how long an agent that is told to end may take before it is killed
 */
public record AgentProperties(
        @DefaultValue("4") int slots, @DefaultValue("5s") Duration grace) {
    public AgentProperties {
        Require.atLeast("pawl.agents.slots", slots, 1);
        Require.positive("pawl.agents.grace", grace);
    }
}
