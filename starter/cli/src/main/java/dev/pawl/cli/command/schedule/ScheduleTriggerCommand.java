package dev.pawl.cli.command.schedule;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.TriggerScheduleRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;

@Command(
        name = "trigger",
        description = "Start the task or plan of a schedule now, also while it is paused.",
        footerHeading = "%nExamples:%n",
        footer = "  pawl schedule trigger nightly && pawl watch last")
public final class ScheduleTriggerCommand extends ScheduleAction {
    ScheduleTriggerCommand(Context context) {
        super(context);
    }

    @Override
    String act(PawlClient client, String schedule) {
        client.schedules()
                .triggerSchedule(
                        TriggerScheduleRequest.newBuilder().setName(schedule).build());
        return "triggered";
    }
}
