package dev.pawl.workflows.plan.person;

import dev.pawl.workflows.model.plan.PlanChoice;

/**
 * A person's answer to the open question of a plan.
 *
 * @param questionId empty means the open one
 * @param text guidance for one more attempt, or a reason; may be empty
 * @param by the sender
 */
public record PlanAnswer(String questionId, PlanChoice choice, String text, String by) {}
