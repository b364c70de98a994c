package dev.pawl.cli.command.schedule;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DeleteScheduleRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;

@Command(
        name = "delete",
        description = "Remove a schedule; what runs continues.",
        footerHeading = "%nExamples:%n",
        footer = "  pawl schedule delete nightly")
public final class ScheduleDeleteCommand extends ScheduleAction {
    ScheduleDeleteCommand(Context context) {
        super(context);
    }

    @Override
    String act(PawlClient client, String schedule) {
        client.schedules()
                .deleteSchedule(
                        DeleteScheduleRequest.newBuilder().setName(schedule).build());
        return "deleted";
    }
}
