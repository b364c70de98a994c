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
 * Steps on the host that has the workspace. A step that nobody takes up is either in the queue of a busy host, where it is
 * put again, or its host is gone.
 */
final class HostSteps {
    /**
     * Schedules of one step that were attempted and then not taken up again. Each has all attempts of {@link
     * dev.pawl.workflows.activity.StepRetries#ON_HOST} anew, so without a limit a step that fails would never end.
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
        /** @param takenUp within which its host has to take it up */
        Promise<T> schedule(Duration takenUp);
    }

    /**
     * Also waits, and asks a person, if the host is gone.
     *
     * @throws HostLost if it is waited for no longer
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

    /** A step that is left undone if its host is gone. */
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
        // A cancelled step says when its processes have ended; only a host that is gone never does.
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
