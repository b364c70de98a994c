package dev.pawl.gateway.stall;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.pawl.gateway.engine.Engine;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.util.Optional;

/** The pending activities of one task. One that a worker runs is in progress, however often it failed before. */
final class PendingActivities {
    private final Engine engine;
    private final Timestamp late;

    /** @param late what has waited since before this time has waited too long */
    PendingActivities(Engine engine, Timestamp late) {
        this.engine = engine;
        this.late = late;
    }

    Optional<Obstacle> obstacle(DescribeWorkflowExecutionResponse workflow) {
        return workflow.getPendingActivitiesList().stream()
                .flatMap(activity -> obstacle(activity).stream())
                .findFirst();
    }

    private Optional<Obstacle> obstacle(PendingActivityInfo activity) {
        String step = "the step " + activity.getActivityType().getName();
        if (activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED) {
            return Optional.of(
                    new Obstacle(step + " was paused in the engine", "unpause it: temporal activity unpause"));
        }
        if (running(activity)) {
            return Optional.empty();
        }
        if (activity.hasLastFailure()) {
            return Optional.of(Obstacle.failing(step, activity.getLastFailure()));
        }
        return Timestamps.compare(activity.getScheduledTime(), late) > 0
                ? Optional.empty()
                : Optional.of(notTaken(step, activity));
    }

    private Obstacle notTaken(String step, PendingActivityInfo activity) {
        String queue = activity.getActivityOptions().getTaskQueue().getName();
        return Obstacle.notTaken(step, queue, engine.polled(queue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY));
    }

    /** The in-process engine reports an activity that waits for a retry as started. */
    private static boolean running(PendingActivityInfo activity) {
        return activity.getState() != PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED
                && Timestamps.compare(activity.getLastAttemptCompleteTime(), activity.getLastStartedTime()) < 0;
    }
}
