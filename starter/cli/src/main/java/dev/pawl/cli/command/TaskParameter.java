package dev.pawl.cli.command;

import picocli.CommandLine.Parameters;

/** Which task is meant. */
final class TaskParameter {
    @Parameters(index = "0", paramLabel = "TASK", description = "The task's id, or enough of its beginning.")
    private String id;

    String id() {
        return id;
    }
}
