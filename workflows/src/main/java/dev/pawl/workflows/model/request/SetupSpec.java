package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import java.time.Duration;

/**
 * A command that prepares a clean checkout, such as installing dependencies.
 *
 * @param run a shell command line of the task's author
 * @param timeout of one run
 */
public record SetupSpec(String run, Duration timeout) {
    public SetupSpec {
        Require.text(run, 8192, "setup.run");
        Require.positive(timeout, "setup.timeout");
    }

    /** A command with the default timeout. */
    public SetupSpec(String run) {
        this(run, StepTime.COMMAND);
    }
}
