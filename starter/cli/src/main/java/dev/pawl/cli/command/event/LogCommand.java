package dev.pawl.cli.command.event;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "log",
        subcommands = {
            LogStartCommand.class,
            LogProgressCommand.class,
            LogCompleteCommand.class,
            LogActionCommand.class,
            LogClaudeCodeCommand.class,
            LogFlushCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Report an event of an agent, from a hook or a script.",
            "Works with everything down: the event waits in a spool until a worker takes it in. If it cannot be written,",
            "there is a warning, and the exit code is still 0. docs/events.md explains it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl log start --session \"$ID\" --agent codex",
            "  pawl log progress --session \"$ID\" 40",
            "  pawl log action --session \"$ID\" command --data '{\"command\":\"make\"}'",
            "  pawl log complete --session \"$ID\" --status failed"
        })
public final class LogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which event?");
    }
}
