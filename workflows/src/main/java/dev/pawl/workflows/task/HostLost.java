package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** That a step is not done, because its host is gone and is waited for no longer. */
final class HostLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable TaskOutcome outcome;

    private HostLost(String message, @Nullable TaskOutcome outcome) {
        super(message);
        this.outcome = outcome;
    }

    static HostLost ends(TaskOutcome outcome) {
        return new HostLost(outcome.reason(), outcome);
    }

    static HostLost beginsAgain(String hostId) {
        return new HostLost("the task begins again without host " + hostId, null);
    }

    /** What the task ends with; absent if it begins again on another host. */
    @Nullable
    TaskOutcome outcome() {
        return outcome;
    }
}
