package dev.pawl.cli.command.hooks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "hooks",
        subcommands = {HooksInstallCommand.class, HooksRemoveCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Have an agent that you work with yourself report its tool calls as events.",
            "docs/events.md explains the events; pawl events list shows them."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl hooks install claude-code", "  pawl hooks remove claude-code"})
public final class HooksCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "install or remove?");
    }
}
