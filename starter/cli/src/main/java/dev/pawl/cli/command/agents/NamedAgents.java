package dev.pawl.cli.command.agents;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;

/** The agents file of this user. */
public final class NamedAgents {
    private NamedAgents() {}

    /** @throws CommandFailure with every problem of the file */
    public static AgentsFile of(Context context) throws IOException {
        try {
            return AgentsFile.read(AgentsFile.of(context));
        } catch (InvalidFileException invalid) {
            throw failure(invalid);
        }
    }

    static CommandFailure failure(InvalidFileException invalid) {
        return new CommandFailure(
                ExitCode.CONFIGURATION, "the agents file cannot be used:\n" + invalid.getMessage(), invalid);
    }
}
