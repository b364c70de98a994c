package dev.pawl.task.session;

import dev.pawl.db.session.SessionRow;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import java.util.List;

/** Events of sessions that were not closed by their own attempt. */
public final class AbandonedSessions {
    private AbandonedSessions() {}

    /** Idempotent. */
    public static void append(TaskEvents events, List<SessionRow> rows) {
        for (SessionRow row : rows) {
            events.append(
                    row.taskId(),
                    EventType.SESSION_CLOSED,
                    row.id().toString(),
                    new EventFields()
                            .put("session_id", row.id().toString())
                            .put("iteration", row.iteration())
                            .put("attempt", row.attempt())
                            .put("status", row.status())
                            .put("reason", row.reason())
                            .put("cost_usd", row.costUsd())
                            .put("estimated_usd", row.estimatedUsd()));
        }
    }
}
