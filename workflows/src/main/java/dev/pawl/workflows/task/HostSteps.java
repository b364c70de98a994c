package dev.pawl.workflows.task;

import dev.pawl.workflows.task.host.HostLost;
import dev.pawl.workflows.task.host.HostPatience;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Steps on the host that has the workspace. If no worker starts a step, either the host is busy and the step is
 * scheduled again, or the host is gone.
 */
final class HostSteps {
    /**
     * Most schedules of one step that were attempted and then not started again. Each has all attempts of {@link
     * dev.pawl.workflows.activity.StepRetries#ON_HOST}, so a failing step needs a limit.
     */
    private static final int MOST_ATTEMPTED = 3;

    private final HostLoss loss;
    private final HostPatience patience;

    HostSteps(HostLoss loss, HostPatience patience) {
        this.loss = loss;
        this.patience = patience;
    }

    /** A step of some minutes or hours. */
    @FunctionalInterface
    interface Step<T> {
        /** @param takenUp schedule-to-start timeout */
        Promise<T> schedule(Duration takenUp);
    }

    /**
     * If the host is gone, waits and asks a person.
     *
     * @throws HostLost if the task no longer waits for it
     */
    <T> T run(Step<T> step) {
        Duration takenUp = patience.takenUp();
        int attempted = 0;
        while (true) {
            try {
                return result(step.schedule(takenUp));
            } catch (ActivityFailure e) {
                if (!nobodyTookIt(e)) {
                    throw e;
                }
                if (wasAttempted(e)) {
                    attempted++;
                }
                if (attempted >= MOST_ATTEMPTED) {
                    throw e;
                }
            }
            if (loss.present()) {
                takenUp = patience.longer(takenUp);
            } else {
                loss.await();
                takenUp = patience.takenUp();
            }
        }
    }

    /** Skips the step if the host is gone. */
    void runIfThere(Step<Void> step) {
        Duration takenUp = patience.ending();
        while (true) {
            try {
                step.schedule(takenUp).get();
                return;
            } catch (ActivityFailure e) {
                if (!nobodyTookIt(e)) {
                    throw e;
                }
            }
            if (!loss.present()) {
                return;
            }
            takenUp = patience.longer(takenUp);
        }
    }

    private <T> T result(Promise<T> step) {
        // A cancelled step reports when its processes have ended, unless its host is gone.
        Workflow.newDetachedCancellationScope(() -> awaitDoneOrLost(step)).run();
        if (!step.isCompleted()) {
            CancellationScope.throwCanceled();
            throw loss.ended();
        }
        return step.get();
    }

    private void awaitDoneOrLost(Promise<?> step) {
        Workflow.await(() -> step.isCompleted() || loss.toEnd());
        if (step.isCompleted() || Workflow.await(patience.ending(), step::isCompleted) || !loss.present()) {
            return;
        }
        Workflow.await(step::isCompleted);
    }

    /** Whether an attempt failed before: a timeout has the last failure as its cause. */
    private static boolean wasAttempted(ActivityFailure timedOut) {
        return timedOut.getCause() != null && timedOut.getCause().getCause() != null;
    }

    private static boolean nobodyTookIt(ActivityFailure failure) {
        return failure.getCause() instanceof TimeoutFailure timeout
                && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
    }
}
