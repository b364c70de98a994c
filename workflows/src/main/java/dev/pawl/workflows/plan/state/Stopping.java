package dev.pawl.workflows.plan.state;

import dev.pawl.workflows.model.outcome.Cause;

/**
 * Why a plan starts nothing new.
 *
 * @param byPerson whether a person stopped it
 */
public record Stopping(Cause cause, String reason, boolean byPerson) {}
