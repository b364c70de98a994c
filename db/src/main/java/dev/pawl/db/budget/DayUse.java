package dev.pawl.db.budget;

import java.math.BigDecimal;

/**
 * What an account was used for on a day. The part of a running session that it has spent already is spent.
 *
 * @param spentUsd US dollars, of a session with an unknown cost what was reserved for it
 * @param heldUsd US dollars reserved for running sessions that they have not spent
 * @param spentTokens of all kinds
 * @param heldTokens reserved for running sessions that they have not spent
 * @param running sessions
 */
public record DayUse(BigDecimal spentUsd, BigDecimal heldUsd, long spentTokens, long heldTokens, long running) {}
