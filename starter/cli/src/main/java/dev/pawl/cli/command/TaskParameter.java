package dev.pawl.cli.command;

import picocli.CommandLine.Parameters;

/** Which task is meant. */
final class TaskParameter {
    @Parameters(
            index = "0",
            paramLabel = "TASK",
            description = "The task's id, enough of its beginning, or 'last' for the newest task.")
    private String id;

    String id() {
        return id;
    }
}
