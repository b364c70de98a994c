package dev.pawl.gateway.view;

import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskRow;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stall.Stalls;
import io.temporal.client.WorkflowExecutionDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads tasks for people and services: from the database, and from the engine until the row exists. */
public final class TaskReader {
    private static final int CLOSEST = 3;
    private final Rows rows;
    private final Engine engine;
    private final Stalls stalls;
    private final TaskLinks links;

    public TaskReader(Rows rows, Engine engine, Stalls stalls, TaskLinks links) {
        this.rows = rows;
        this.engine = engine;
        this.stalls = stalls;
        this.links = links;
    }

    /** Whether the status is final. */
    public static boolean ended(TaskStatus status) {
        return switch (status) {
            case TASK_STATUS_ACCEPTED,
                    TASK_STATUS_PARTIAL,
                    TASK_STATUS_REJECTED,
                    TASK_STATUS_FAILED,
                    TASK_STATUS_CANCELLED -> true;
            case TASK_STATUS_UNSPECIFIED,
                    TASK_STATUS_SUBMITTED,
                    TASK_STATUS_RUNNING,
                    TASK_STATUS_WAITING,
                    TASK_STATUS_PAUSED,
                    TASK_STATUS_PARKED,
                    UNRECOGNIZED -> false;
        };
    }

    /**
     * Everything about a task.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND naming the closest ids
     */
    public Task task(String taskId) {
        // Reads the sequence number first, so that events during the read are sent again rather than missed.
        long sequence = rows.events().last(taskId);
        return rows.tasks().find(taskId).map(row -> whole(row, sequence)).orElseGet(() -> unregistered(taskId));
    }

    /** @throws io.grpc.StatusRuntimeException NOT_FOUND naming the closest ids */
    public TaskStatus status(String taskId) {
        return rows.tasks()
                .find(taskId)
                .map(row -> TaskMessages.status(row.status()))
                .orElseGet(() -> unregistered(taskId).getStatus());
    }

    /** @throws io.grpc.StatusRuntimeException NOT_FOUND naming the closest ids */
    public Progress progress(String taskId) {
        return stored(taskId).orElseGet(() -> progress(unregistered(taskId)));
    }

    /** Reads only the database; empty for a task that no worker has registered. */
    public Optional<Progress> stored(String taskId) {
        return rows.tasks().find(taskId).map(this::progress);
    }

    private Progress progress(TaskRow row) {
        Progress.Builder progress = Progress.newBuilder()
                .setStatus(TaskMessages.status(row.status()))
                .setPhase(row.phase())
                .setDetail(row.detail())
                .setIteration(row.iteration())
                .setTotals(totals(row.id()));
        rows.actions().newest(row.id()).map(ActionMessages::of).ifPresent(progress::setLastAction);
        return progress.build();
    }

    private static Progress progress(Task unregistered) {
        Progress.Builder progress =
                Progress.newBuilder().setStatus(unregistered.getStatus()).setPhase(unregistered.getPhase());
        return (unregistered.hasStall() ? progress.setStall(unregistered.getStall()) : progress).build();
    }

    /** Why a task makes no progress; asks the engine only if the task has not changed for a while. */
    public Optional<Stall> stall(String taskId) {
        return rows.tasks()
                .find(taskId)
                .map(this::stall)
                .orElseGet(() -> engine.describe(taskId)
                        .flatMap(workflow -> stalls.of(taskId, workflow.getStartTime(), workflow)));
    }

    private Optional<Stall> stall(TaskRow row) {
        if (row.finishedAt() != null || !stalls.quiet(row.updatedAt())) {
            return Optional.empty();
        }
        Instant lastChange = rows.tasks().lastChange(row.id()).orElse(row.updatedAt());
        return stalls.of(row.id(), lastChange);
    }

    /**
     * The row of a task whose stored text is requested.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND naming the closest ids
     */
    public TaskRow row(String taskId) {
        return rows.tasks().find(taskId).orElseThrow(() -> unknown(taskId));
    }

    /** Oldest first. */
    public List<Session> sessions(String taskId) {
        row(taskId);
        return rows.sessions().list(taskId).stream().map(SessionMessages::of).toList();
    }

    /** In the order they were made, with their inputs. */
    public List<Decision> decisions(String taskId) {
        row(taskId);
        return rows.decisions().list(taskId).stream()
                .map(DecisionMessages::withInputs)
                .toList();
    }

    public Totals totals(String taskId) {
        return SessionMessages.totals(
                rows.tasks().totals(taskId), rows.judgeCalls().totals(taskId));
    }

    private Task whole(TaskRow row, long sequence) {
        Task.Builder task = TaskMessages.of(row, links);
        List<SessionRow> sessions = rows.sessions().list(row.id());
        IterationMessages iterations = new IterationMessages(rows, row.id(), sessions);
        task.addAllIterations(iterations.all());
        task.addAllBaseline(iterations.baseline());
        sessions.stream().map(SessionMessages::of).forEach(task::addSessions);
        task.setTotals(totals(row.id()));
        rows.questions().openOf(row.id()).map(QuestionMessages::of).ifPresent(task::setQuestion);
        stall(row).ifPresent(task::setStall);
        return task.setLastSequence(sequence).build();
    }

    /** A task that the engine has but no worker has started yet. */
    private Task unregistered(String taskId) {
        return engine.describe(taskId)
                .map(workflow -> unregistered(taskId, workflow))
                .orElseThrow(() -> unknown(taskId));
    }

    private Task unregistered(String taskId, WorkflowExecutionDescription workflow) {
        Task.Builder task = TaskMessages.of(taskId, workflow, links).toBuilder();
        if (!ended(task.getStatus())) {
            stalls.of(taskId, workflow.getStartTime(), workflow).ifPresent(task::setStall);
        }
        return task.build();
    }

    private RuntimeException unknown(String taskId) {
        return Failures.unknownTask(taskId, rows.tasks().closestIds(taskId, CLOSEST));
    }
}
