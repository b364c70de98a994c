package dev.pawl.cli.command.planfile;

import dev.pawl.cli.command.agents.NamedAgents;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlanFileParser;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the plan file of a command. */
public final class PlanSource {
    private PlanSource() {}

    /** @throws CommandFailure with every problem of the file */
    public static PlanFile read(Context context, Path file) throws IOException {
        try {
            return parse(context, file);
        } catch (InvalidFileException invalid) {
            int count = invalid.problems().size();
            StringBuilder message = new StringBuilder(
                    "%s has %s, nothing was started:".formatted(file, count == 1 ? "a problem" : count + " problems"));
            invalid.problems().forEach(problem -> message.append("\n  ").append(problem.in(file.toString())));
            throw new CommandFailure(ExitCode.USAGE, message.toString(), invalid);
        }
    }

    public static PlanFile parse(Context context, Path file) throws IOException, InvalidFileException {
        return PlanFileParser.parse(context.directory().resolve(file), NamedAgents.of(context), context.home());
    }
}
