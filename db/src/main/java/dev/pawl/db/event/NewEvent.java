package dev.pawl.db.event;

/**
 * An event to append.
 *
 * @param eventId chosen by the producer, at most 300 characters, unique within the task and the same when repeated
 * @param type one of the event vocabulary; a database constraint refuses others
 * @param payload JSON
 */
public record NewEvent(String eventId, String type, String payload) {}
