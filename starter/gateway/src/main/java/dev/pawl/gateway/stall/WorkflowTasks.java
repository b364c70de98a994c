package dev.pawl.gateway.stall;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.workflows.activity.TaskQueues;
import io.temporal.api.enums.v1.PendingWorkflowTaskState;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingWorkflowTaskInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.util.List;
import java.util.Optional;

/** The workflow tasks of one task. */
final class WorkflowTasks {
    private static final String STEP = "its workflow task";

    /** A workflow task that fails leaves three events. */
    private static final int NEWEST = 20;

    private final Engine engine;
    private final String taskId;
    private final Timestamp late;

    /** @param late what has waited since before this time has waited too long */
    WorkflowTasks(Engine engine, String taskId, Timestamp late) {
        this.engine = engine;
        this.taskId = taskId;
        this.late = late;
    }

    Optional<Obstacle> obstacle(DescribeWorkflowExecutionResponse workflow) {
        if (!workflow.hasPendingWorkflowTask()) {
            // The in-process engine never reports one; another engine has none.
            return lastOne();
        }
        PendingWorkflowTaskInfo pending = workflow.getPendingWorkflowTask();
        if (pending.getAttempt() > 1) {
            Optional<Obstacle> failure = lastOne();
            if (failure.isPresent()) {
                return failure;
            }
        }
        boolean waits = pending.getState() == PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_SCHEDULED;
        return waits && Timestamps.compare(pending.getScheduledTime(), late) < 0
                ? Optional.of(notTaken())
                : Optional.empty();
    }

    /** Reads the state of the newest workflow task from the history; empty if it was completed. */
    private Optional<Obstacle> lastOne() {
        List<HistoryEvent> newest = engine.newestEvents(taskId, NEWEST);
        for (HistoryEvent event : newest) {
            switch (event.getEventType()) {
                case EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> {
                    return Optional.empty();
                }
                case EVENT_TYPE_WORKFLOW_TASK_FAILED -> {
                    return Optional.of(Obstacle.failing(STEP, failure(event)));
                }
                case EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT -> {
                    return Optional.of(Obstacle.timingOut(STEP));
                }
                default -> {}
            }
        }
        boolean waits = !newest.isEmpty()
                && newest.getFirst().hasWorkflowTaskScheduledEventAttributes()
                && Timestamps.compare(newest.getFirst().getEventTime(), late) < 0;
        return waits ? Optional.of(notTaken()) : Optional.empty();
    }

    private Obstacle notTaken() {
        return Obstacle.notTaken(
                STEP, TaskQueues.TASKS, engine.polled(TaskQueues.TASKS, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW));
    }

    private static Failure failure(HistoryEvent event) {
        Failure failure = event.getWorkflowTaskFailedEventAttributes().getFailure();
        return failure.getMessage().isEmpty()
                ? failure.toBuilder()
                        .setMessage(event.getWorkflowTaskFailedEventAttributes()
                                .getCause()
                                .name())
                        .build()
                : failure;
    }
}
