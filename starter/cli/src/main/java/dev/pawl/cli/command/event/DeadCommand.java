package dev.pawl.cli.command.event;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "dead",
        subcommands = {DeadListCommand.class, DeadShowCommand.class, DeadReplayCommand.class, DeadDiscardCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = "Dead letters: records that did not become events, kept with their source and content.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events dead list", "  pawl events dead show 7", "  pawl events dead discard 7"})
public final class DeadCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command on dead letters?");
    }
}
