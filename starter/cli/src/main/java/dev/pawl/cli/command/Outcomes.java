package dev.pawl.cli.command;

import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.invocation.ExitCode;

/** The exit code for a task's end, or for waiting for a person. */
public final class Outcomes {
    private Outcomes() {}

    public static ExitCode exitCode(Task task) {
        return switch (task.getStatus()) {
            case TASK_STATUS_ACCEPTED ->
                task.getCause() == Cause.CAUSE_DELIVERY ? ExitCode.NOT_DELIVERED : ExitCode.ACCEPTED;
            case TASK_STATUS_WAITING -> ExitCode.NEEDS_PERSON;
            default -> of(task.getCause());
        };
    }

    /** For a task or plan that ended short of acceptance. */
    public static ExitCode of(Cause cause) {
        return switch (cause) {
            case CAUSE_NEEDS_PERSON -> ExitCode.NEEDS_PERSON;
            case CAUSE_BUDGET -> ExitCode.BUDGET;
            case CAUSE_QUOTA -> ExitCode.QUOTA;
            case CAUSE_PROVIDER -> ExitCode.PROVIDER;
            case CAUSE_AGENT -> ExitCode.AGENT;
            case CAUSE_CONFIGURATION -> ExitCode.CONFIGURATION;
            case CAUSE_INTERNAL -> ExitCode.INTERNAL;
            case CAUSE_DELIVERY -> ExitCode.NOT_DELIVERED;
            case CAUSE_NONE, CAUSE_LIMIT, CAUSE_UNSPECIFIED, UNRECOGNIZED -> ExitCode.NOT_ACCEPTED;
        };
    }
}
