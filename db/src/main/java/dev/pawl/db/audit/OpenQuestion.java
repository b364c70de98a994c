package dev.pawl.db.audit;

/** A question that was not closed. */
public record OpenQuestion(String id, String taskId) {}
