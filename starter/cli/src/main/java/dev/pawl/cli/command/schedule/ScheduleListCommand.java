package dev.pawl.cli.command.schedule;

import com.google.gson.JsonObject;
import com.google.protobuf.Timestamp;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ListSchedulesRequest;
import dev.pawl.api.v1.Schedule;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "List schedules with their next and their last runs.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl schedule list", "  pawl schedule list -o json | jq -r '.[].started[-1]'"})
public final class ScheduleListCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    ScheduleListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            List<Schedule> schedules = client.schedules()
                    .listSchedules(ListSchedulesRequest.getDefaultInstance())
                    .getSchedulesList();
            output.printAll(
                    () -> lines(schedules),
                    () -> schedules.stream().map(ScheduleListCommand::document).toList());
        }
        return 0;
    }

    private List<String> lines(List<Schedule> schedules) {
        if (schedules.isEmpty()) {
            return List.of("no schedules; create one: pawl schedule create task.md --cron \"30 7 * * 1-5\"");
        }
        Table table = new Table("SCHEDULE", "WHEN", "NEXT", "LAST", "TITLE");
        for (Schedule schedule : schedules) {
            table.row(
                    schedule.getName(),
                    schedule.getTimes(),
                    next(schedule),
                    schedule.getStartedCount() == 0
                            ? Amounts.UNKNOWN
                            : schedule.getStarted(schedule.getStartedCount() - 1),
                    schedule.getTitle());
        }
        return table.lines(context.terminal().width(), context.terminal().outStyle());
    }

    private static String next(Schedule schedule) {
        if (schedule.getPaused()) {
            return "paused";
        }
        return schedule.getNextCount() == 0 ? Amounts.UNKNOWN : time(schedule.getNext(0));
    }

    private static String time(Timestamp time) {
        return Amounts.instant(time).toString();
    }

    private static JsonObject document(Schedule schedule) {
        JsonObject json = new JsonObject();
        json.addProperty("name", schedule.getName());
        json.addProperty("title", schedule.getTitle());
        json.addProperty("kind", schedule.getKind());
        json.addProperty("times", schedule.getTimes());
        json.addProperty("paused", schedule.getPaused());
        json.add("note", Json.text(schedule.getNote()));
        json.add(
                "next",
                Json.texts(schedule.getNextList().stream()
                        .map(ScheduleListCommand::time)
                        .toList()));
        json.add("started", Json.texts(schedule.getStartedList()));
        return json;
    }
}
