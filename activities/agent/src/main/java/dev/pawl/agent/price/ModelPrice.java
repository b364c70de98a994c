package dev.pawl.agent.price;

import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;

/**
 * Price of a model, in US dollars per million tokens of each kind. Not negative.
 *
 * @param cacheRead input read from the provider's cache
 * @param cacheWrite input written to it
 */
record ModelPrice(BigDecimal input, BigDecimal output, BigDecimal cacheRead, BigDecimal cacheWrite) {
    private static final int MILLION = 6;

    BigDecimal of(Usage usage) {
        BigDecimal sum = times(input, usage.inputTokens())
                .add(times(output, usage.outputTokens()))
                .add(times(cacheRead, usage.cacheReadTokens()))
                .add(times(cacheWrite, usage.cacheWriteTokens()));
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.movePointLeft(MILLION).stripTrailingZeros();
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }
}
