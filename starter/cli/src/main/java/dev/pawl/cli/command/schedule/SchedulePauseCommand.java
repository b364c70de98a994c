package dev.pawl.cli.command.schedule;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PauseScheduleRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pause",
        description = "Start nothing more until the schedule is resumed; what runs continues.",
        footerHeading = "%nExamples:%n",
        footer = "  pawl schedule pause nightly --reason \"code freeze\"")
public final class SchedulePauseCommand extends ScheduleAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.")
    private String reason = "";

    SchedulePauseCommand(Context context) {
        super(context);
    }

    @Override
    String act(PawlClient client, String schedule) {
        client.schedules()
                .pauseSchedule(PauseScheduleRequest.newBuilder()
                        .setName(schedule)
                        .setNote(reason)
                        .build());
        return "paused";
    }
}
