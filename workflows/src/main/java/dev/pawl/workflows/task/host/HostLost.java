package dev.pawl.workflows.task.host;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** A step is not done, because its host is gone and the task no longer waits for it. */
public final class HostLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable TaskOutcome outcome;

    private HostLost(String message, @Nullable TaskOutcome outcome) {
        super(message);
        this.outcome = outcome;
    }

    public static HostLost ends(TaskOutcome outcome) {
        return new HostLost(outcome.reason(), outcome);
    }

    public static HostLost beginsAgain(String hostId) {
        return new HostLost("the task begins again without host " + hostId, null);
    }

    /** The task's outcome; absent if it begins again on another host. */
    @Nullable
    public TaskOutcome outcome() {
        return outcome;
    }
}
