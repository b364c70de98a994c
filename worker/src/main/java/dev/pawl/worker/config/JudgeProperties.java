package dev.pawl.worker.config;

import java.time.Duration;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param slots concurrent judgements of this worker
 * @param ratePerSecond judgements started per second, over all workers of the engine
 * @param timeout of one call to a model server, at most two minutes
 * @param openai the server that speaks OpenAI's protocol
 * @param anthropic the server that speaks Anthropic's protocol
 * @param ollama the server that speaks Ollama's protocol
 */
public record JudgeProperties(
        @DefaultValue("4") int slots,
        @DefaultValue("5") double ratePerSecond,
        @DefaultValue("60s") Duration timeout,
        @NestedConfigurationProperty @DefaultValue JudgeServerProperties openai,
        @NestedConfigurationProperty @DefaultValue JudgeServerProperties anthropic,
        @NestedConfigurationProperty @DefaultValue JudgeServerProperties ollama) {
    /** Two such calls must fit into the engine's timeout of a judgement. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    public JudgeProperties {
        Require.atLeast("pawl.judge.slots", slots, 1);
        Require.positive("pawl.judge.rate-per-second", ratePerSecond);
        Require.positive("pawl.judge.timeout", timeout);
        if (timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("pawl.judge.timeout must be at most " + LONGEST + ", not " + timeout);
        }
    }
}
