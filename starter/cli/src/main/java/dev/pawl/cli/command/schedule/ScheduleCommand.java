package dev.pawl.cli.command.schedule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "schedule",
        subcommands = {
            ScheduleCreateCommand.class,
            ScheduleListCommand.class,
            SchedulePauseCommand.class,
            ScheduleResumeCommand.class,
            ScheduleTriggerCommand.class,
            ScheduleDeleteCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Start tasks and plans at certain times.",
            "The engine keeps the schedules, so they work as long as the stack runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl schedule create task.md --cron \"30 7 * * 1-5\" --time-zone Europe/Berlin",
            "  pawl schedule list"
        })
public final class ScheduleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command on schedules?");
    }
}
