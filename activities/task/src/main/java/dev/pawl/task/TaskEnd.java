package dev.pawl.task;

import dev.pawl.db.task.TaskResult;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.TaskTotals;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.session.AbandonedSessions;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import java.util.Optional;

/** Closes what a task left open and stores its outcome. The first outcome is kept, and its event is the last one. */
public final class TaskEnd {
    private final TaskRecords records;
    private final TaskEvents events;

    public TaskEnd(TaskRecords records, TaskEvents events) {
        this.records = records;
        this.events = events;
    }

    /** Does nothing for a task that was never registered. */
    public void finish(FinishTask input) {
        records.tasks().find(input.taskId()).ifPresent(row -> finish(row, input.outcome()));
    }

    private void finish(TaskRow row, TaskOutcome outcome) {
        String id = row.id();
        events.together(id, () -> {
            closeSessions(id);
            closeQuestions(id);
            records.tasks().finish(id, result(outcome));
            records.tasks().find(id).ifPresent(this::append);
        });
    }

    private static TaskResult result(TaskOutcome outcome) {
        return new TaskResult(
                outcome.outcome().wire(),
                outcome.cause().wire(),
                outcome.reason(),
                outcome.snapshot(),
                outcome.delivery().state().wire(),
                outcome.delivery().detail());
    }

    /** Records the end of a task again, from its row. Idempotent; does nothing for a task that has not ended. */
    public void tellAgain(String taskId) {
        records.tasks().find(taskId).filter(row -> row.finishedAt() != null).ifPresent(this::append);
    }

    private void append(TaskRow row) {
        TaskTotals totals = records.tasks().totals(row.id());
        events.append(
                row.id(),
                EventType.TASK_FINISHED,
                row.runId(),
                new EventFields()
                        .put("outcome", row.status())
                        .put("cause", row.cause())
                        .put("reason", row.reason())
                        .put("delivery", row.delivery())
                        .put("delivery_detail", row.deliveryDetail())
                        .put("iterations", row.iteration())
                        .put("snapshot", row.snapshot())
                        .put("sessions", totals.sessions())
                        .put("cost_usd", totals.costUsd())
                        .put("estimated_usd", totals.estimatedUsd())
                        .put("unpriced_sessions", totals.unpriced()));
    }

    /** From now on, a session that still runs on a host is fenced, and ends. */
    private void closeSessions(String taskId) {
        AbandonedSessions.append(events, records.sessions().abandonOpen(taskId, "the task ended"));
    }

    private void closeQuestions(String taskId) {
        records.questions().list(taskId).stream()
                .filter(question -> question.closedAt() == null)
                .map(question -> records.questions().close(question.id(), "stopped", "", "the end of the task"))
                .flatMap(Optional::stream)
                .forEach(question -> ClosedQuestion.append(events, question));
    }
}
