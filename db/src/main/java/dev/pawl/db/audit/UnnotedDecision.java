package dev.pawl.db.audit;

/** A decision that its iteration does not tell of. */
public record UnnotedDecision(String taskId, int iteration, String type) {}
