package dev.pawl.workflows.activity.task;

/**
 * @param resolution {@code answered}, {@code approved}, {@code rejected}, {@code stopped} or {@code expired}
 * @param by who closed it; {@code deadline}, {@code stop} or {@code cancel} if nobody answered
 */
public record CloseQuestion(String questionId, String taskId, String resolution, String text, String by) {}
