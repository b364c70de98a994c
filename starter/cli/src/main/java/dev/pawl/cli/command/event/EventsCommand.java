package dev.pawl.cli.command.event;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "events",
        subcommands = {EventsListCommand.class, DeadCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Show the events that agents reported, and what could not be stored.",
            "docs/events.md explains where they come from."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl events list 3f2b8c1e-5d4a-4a3e-9b2f-0c1d2e3f4a5b",
            "  pawl events dead list",
            "  pawl events dead replay 7"
        })
public final class EventsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command on events?");
    }
}
