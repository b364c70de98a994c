package dev.pawl.db.audit;

/** A question that nobody closed. */
public record OpenQuestion(String id, String taskId) {}
