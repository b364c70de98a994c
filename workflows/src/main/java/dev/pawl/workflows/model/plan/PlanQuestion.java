package dev.pawl.workflows.model.plan;

import java.time.Instant;

/**
 * A question to a person about a package.
 *
 * @param id unique over all plans
 * @param deadline when the plan continues without an answer
 */
public record PlanQuestion(String id, String packageId, String question, Instant askedAt, Instant deadline) {}
