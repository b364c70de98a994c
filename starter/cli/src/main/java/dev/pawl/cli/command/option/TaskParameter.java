package dev.pawl.cli.command.option;

import picocli.CommandLine.Parameters;

/** The parameter that names a task. */
public final class TaskParameter {
    @Parameters(
            index = "0",
            paramLabel = "TASK",
            description = "The task's id, a unique prefix of it, or 'last' for the newest task.")
    private String id;

    public String id() {
        return id;
    }
}
