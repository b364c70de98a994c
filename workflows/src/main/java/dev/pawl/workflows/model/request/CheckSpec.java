package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command whose exit code is evidence.
 *
 * @param name unique within the task, shown to people
 * @param run a shell command line of the task's author, run in the workspace
 * @param timeout of one run
 * @param retries 0 to 5 retries of a red run; green on a retry is reported as flaky
 * @param junit where the runner writes JUnit XML, relative to the workspace, may contain {@code *}; absent means that
 *     test names are read from the output
 * @param control when Pawl verifies that the check is green because of the work
 */
public record CheckSpec(
        String name,
        String run,
        Duration timeout,
        Must must,
        int retries,
        @Nullable String junit,
        ControlMode control) {
    public CheckSpec {
        Require.text(name, 200, "checks.name");
        Require.text(run, 8192, "checks.run");
        Require.positive(timeout, "checks.timeout");
        Require.range(retries, 0, 5, "checks.retries");
        control = Objects.requireNonNullElse(control, ControlMode.ONCE);
    }

    /** With the default {@code control}. */
    public CheckSpec(String name, String run, Duration timeout, Must must, int retries, @Nullable String junit) {
        this(name, run, timeout, must, retries, junit, ControlMode.ONCE);
    }

    /** The same with a timeout of at most this. */
    public CheckSpec within(Duration most) {
        return timeout.compareTo(most) <= 0 ? this : new CheckSpec(name, run, most, must, retries, junit, control);
    }

    /** The same without retries. */
    public CheckSpec once() {
        return new CheckSpec(name, run, timeout, must, 0, junit, control);
    }
}
