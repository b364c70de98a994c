package dev.pawl.db.audit;

/** A decision that is missing on its iteration. */
public record UnnotedDecision(String taskId, int iteration, String type) {}
