package dev.pawl.db.budget;

import java.math.BigDecimal;

/**
 * What an account was used for on a day. The spent part of a running session counts as spent.
 *
 * @param spentUsd US dollars; a session with an unknown cost counts with its reservation
 * @param heldUsd US dollars reserved for running sessions and not yet spent
 * @param spentTokens of all kinds
 * @param heldTokens reserved for running sessions and not yet spent
 * @param running number of running sessions
 */
public record DayUse(BigDecimal spentUsd, BigDecimal heldUsd, long spentTokens, long heldTokens, long running) {}
