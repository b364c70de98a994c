package dev.pawl.db.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Upper bound of what something may spend; never negative.
 *
 * @param usd US dollars; absent if unlimited
 * @param tokens of all kinds; absent if unlimited
 */
public record Amount(@Nullable BigDecimal usd, @Nullable Long tokens) {}
