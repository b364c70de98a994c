package dev.pawl.db.event;

/**
 * An event to append.
 *
 * @param eventId of the producer's choice, at most 300 characters, unique within the task and the same when repeated
 * @param type one of the event vocabulary; the constraint in the database refuses every other
 * @param payload JSON
 */
public record NewEvent(String eventId, String type, String payload) {}
