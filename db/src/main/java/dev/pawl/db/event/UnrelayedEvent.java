package dev.pawl.db.event;

import java.time.OffsetDateTime;

/** An event of a task that was not published elsewhere yet. */
public record UnrelayedEvent(String taskId, long seq, String type, String payload, OffsetDateTime createdAt) {}
