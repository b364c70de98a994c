package dev.pawl.workflows.model.plan;

import java.time.Instant;

/**
 * A question to a person about a package. It waits without end.
 *
 * @param id unique over all plans
 */
public record PlanQuestion(String id, String packageId, String question, Instant askedAt) {}
