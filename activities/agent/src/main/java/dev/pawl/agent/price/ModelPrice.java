package dev.pawl.agent.price;

import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;

/**
 * What a model costs, in US dollars for a million tokens of each kind. Not negative.
 *
 * @param cacheRead of input that was read from the provider's cache
 * @param cacheWrite of input that was written to it
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
