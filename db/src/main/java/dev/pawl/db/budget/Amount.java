package dev.pawl.db.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The most that something may spend; never negative.
 *
 * @param usd US dollars; absent where nothing bounds them
 * @param tokens of all kinds; absent where nothing bounds them
 */
public record Amount(@Nullable BigDecimal usd, @Nullable Long tokens) {}
