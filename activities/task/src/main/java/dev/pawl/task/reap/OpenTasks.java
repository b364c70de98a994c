package dev.pawl.task.reap;

import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskFilter;
import dev.pawl.db.task.TaskPage;
import dev.pawl.db.task.TaskRow;
import dev.pawl.task.TaskEnd;
import dev.pawl.task.session.AbandonedSessions;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is open with the engine: tasks with their workflows, sessions with the attempts that would close them.
 */
final class OpenTasks {
    private static final int PAGE = 100;
    private static final List<TaskStatus> OPEN =
            List.of(TaskStatus.SUBMITTED, TaskStatus.RUNNING, TaskStatus.WAITING, TaskStatus.PAUSED, TaskStatus.PARKED);

    private final ReapRecords records;
    private final TaskWorkflows workflows;
    private final Runnable alive;

    /** @param alive called between tasks; throws if the result is no longer wanted */
    OpenTasks(ReapRecords records, TaskWorkflows workflows, Runnable alive) {
        this.records = records;
        this.workflows = workflows;
        this.alive = alive;
    }

    void compare(Findings findings) {
        // Read before the engine is asked: the engine already knew the attempts that opened these sessions.
        Map<String, SessionRow> sessions = records.tasks().sessions().listOpen().stream()
                .collect(Collectors.toMap(SessionRow::taskId, Function.identity(), (first, second) -> second));
        for (TaskStatus status : OPEN) {
            @Nullable String page = null;
            do {
                TaskPage found = records.tasks().tasks().list(new TaskFilter(status.wire(), null, null), PAGE, page);
                for (TaskRow task : found.tasks()) {
                    alive.run();
                    compare(task, sessions.remove(task.id()), findings);
                }
                page = found.nextPageToken();
            } while (page != null);
        }
        sessions.values().forEach(session -> ofEndedTask(session, findings));
    }

    private void compare(TaskRow task, @Nullable SessionRow session, Findings findings) {
        switch (workflows.of(task)) {
            case WorkflowState.Ended ended -> ended(task, ended, findings);
            case WorkflowState.Elsewhere elsewhere ->
                findings.forPerson(
                        InconsistencyKind.TASK_WITHOUT_WORKFLOW,
                        task.id(),
                        "the task is %s, but its workflow is in another engine (namespace id %s)"
                                .formatted(task.status(), elsewhere.engine()),
                        "start Pawl with that engine to continue the task");
            case WorkflowState.Unsure ignored -> {}
            case WorkflowState.Running running -> {
                if (session != null && !running.lives(session.attempt())) {
                    abandon(session, "no attempt of its step is alive", findings);
                }
            }
        }
    }

    private void ended(TaskRow task, WorkflowState.Ended ended, Findings findings) {
        boolean open = records.tasks()
                .tasks()
                .find(task.id())
                .filter(now -> now.finishedAt() == null)
                .isPresent();
        if (!open) {
            // It ended while the engine was asked.
            return;
        }
        findings.safe(
                InconsistencyKind.TASK_WITHOUT_WORKFLOW,
                task.id(),
                "the task is %s, but %s".formatted(task.status(), ended.how()),
                "store its outcome",
                () -> end(task, ended));
    }

    private void end(TaskRow task, WorkflowState.Ended ended) {
        new TaskEnd(records.tasks(), records.events()).finish(new FinishTask(task.id(), ended.outcome()));
        records.locks().release(task.id());
    }

    /**
     * For a task that ended before or during the comparison. The end of a task closes its session, so one that is still
     * open was missed, unless a reset in the engine made the workflow continue.
     */
    private void ofEndedTask(SessionRow session, Findings findings) {
        boolean left = records.tasks()
                .tasks()
                .find(session.taskId())
                .filter(task -> task.finishedAt() != null)
                .filter(task -> !lives(task, session))
                .isPresent();
        boolean open = records.tasks()
                .sessions()
                .find(session.id())
                .map(row -> row.status().equals("open"))
                .orElse(false);
        if (left && open) {
            abandon(session, "its task has ended", findings);
        }
    }

    private boolean lives(TaskRow task, SessionRow session) {
        return switch (workflows.of(task)) {
            case WorkflowState.Running running -> running.lives(session.attempt());
            case WorkflowState.Unsure ignored -> true;
            case WorkflowState.Elsewhere ignored -> false;
            case WorkflowState.Ended ignored -> false;
        };
    }

    private void abandon(SessionRow session, String why, Findings findings) {
        findings.safe(
                InconsistencyKind.SESSION_WITHOUT_ATTEMPT,
                session.id().toString(),
                "session of task %s, iteration %d, is open, but %s"
                        .formatted(session.taskId(), session.iteration(), why),
                "close it as abandoned",
                () -> records.events()
                        .together(
                                session.taskId(),
                                () -> AbandonedSessions.append(
                                        records.events(),
                                        records.tasks().sessions().abandon(session.id(), why))));
    }
}
