package dev.pawl.worker.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param slots judgements this worker may ask for at once
 * @param ratePerSecond judgements started a second, over all workers of the engine
 */
public record JudgeProperties(
        @DefaultValue("4") int slots, @DefaultValue("5") double ratePerSecond) {
    public JudgeProperties {
        Require.atLeast("pawl.judge.slots", slots, 1);
        Require.positive("pawl.judge.rate-per-second", ratePerSecond);
    }
}
