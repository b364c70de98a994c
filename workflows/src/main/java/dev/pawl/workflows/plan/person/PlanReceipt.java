package dev.pawl.workflows.plan.person;

import dev.pawl.workflows.model.plan.PlanStatus;

/**
 * The answer to an action that took effect.
 *
 * @param note what follows from it, for people; may be empty
 */
public record PlanReceipt(PlanStatus status, String note) {}
