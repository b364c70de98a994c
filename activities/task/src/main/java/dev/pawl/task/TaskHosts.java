package dev.pawl.task;

import dev.pawl.db.host.Hosts;
import dev.pawl.db.session.SessionRow;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.session.AbandonedSessions;
import dev.pawl.workflows.activity.task.HostHeard;
import dev.pawl.workflows.activity.task.MoveTask;
import java.util.List;

/**
 * Which host has a task, and whether that host is alive.
 *
 * @param here the host that new tasks get
 */
public record TaskHosts(Hosts hosts, String here) {
    HostHeard lastHeard(String hostId) {
        return new HostHeard(hosts.seenAt(hostId).orElse(null));
    }

    /** Idempotent: a task that has already left the host is not moved again. */
    void move(MoveTask input, TaskRecords records, TaskEvents events) {
        events.together(input.taskId(), () -> {
            if (!records.tasks().move(input.taskId(), input.from(), here)) {
                return false;
            }
            List<SessionRow> abandoned =
                    records.sessions().abandonOpen(input.taskId(), "host %s was lost".formatted(input.from()));
            AbandonedSessions.append(events, abandoned);
            return true;
        });
    }
}
