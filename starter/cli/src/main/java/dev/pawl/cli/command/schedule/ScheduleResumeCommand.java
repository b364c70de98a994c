package dev.pawl.cli.command.schedule;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ResumeScheduleRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = "Continue a paused schedule; what it missed is not made up for.",
        footerHeading = "%nExamples:%n",
        footer = "  pawl schedule resume nightly")
public final class ScheduleResumeCommand extends ScheduleAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.")
    private String reason = "";

    ScheduleResumeCommand(Context context) {
        super(context);
    }

    @Override
    String act(PawlClient client, String schedule) {
        client.schedules()
                .resumeSchedule(ResumeScheduleRequest.newBuilder()
                        .setName(schedule)
                        .setNote(reason)
                        .build());
        return "resumed";
    }
}
