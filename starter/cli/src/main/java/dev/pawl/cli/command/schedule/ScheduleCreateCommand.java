package dev.pawl.cli.command.schedule;

import com.google.protobuf.Duration;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.CreateScheduleRequest;
import dev.pawl.api.v1.ScheduleOverlap;
import dev.pawl.api.v1.ScheduleTimes;
import dev.pawl.cli.command.SubmitOptions;
import dev.pawl.cli.command.option.DurationConverter;
import dev.pawl.cli.command.planfile.PlanSource;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planfile.PlanSubmission;
import dev.pawl.cli.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = {
            "Start a task or plan at certain times.",
            "A file that ends in .yaml or .yml is a plan. The file is read now: later changes of it need a new schedule."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl schedule create task.md --cron \"30 7 * * 1-5\" --time-zone Europe/Berlin",
            "  pawl schedule create task.md --every 6h --overlap buffer-one --no-interactive",
            "  pawl schedule create plan.yaml --name weekly --on \"mon 06:00\" --on \"1,15 06:00\""
        })
public final class ScheduleCreateCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private SubmitOptions work;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Its name, part of the ids of its tasks. Default: that of the file.")
    private @Nullable String name;

    @Option(
            names = "--cron",
            paramLabel = "EXPRESSION",
            description = "A cron expression with five fields. May be repeated, as --every and --on.")
    private List<String> cron = List.of();

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Every so long, such as 6h.")
    private List<java.time.Duration> every = List.of();

    @Option(
            names = "--on",
            paramLabel = "DAYS-TIME",
            description = "Days and a time: \"mon-fri 07:30\", \"daily 03:00\", \"1,15 06:00\" (days of the month).")
    private List<String> on = List.of();

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Such as Europe/Berlin. Default: UTC.")
    private String zone = "";

    @Option(
            names = "--overlap",
            paramLabel = "POLICY",
            defaultValue = "skip",
            description = "If the previous run has not ended: skip, buffer-one, buffer-all, cancel-other or allow-all. "
                    + "Default: skip.")
    private String overlap = "skip";

    @Option(
            names = "--catch-up",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long missed runs are made up for. Default: 1h.")
    private java.time.@Nullable Duration catchUp;

    @Option(names = "--paused", description = "Create it paused.")
    private boolean paused;

    @Mixin
    private ConnectionOptions connection;

    ScheduleCreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        CreateScheduleRequest.Builder request = CreateScheduleRequest.newBuilder()
                .setName(name())
                .setTimes(times())
                .setOverlap(overlap())
                .setPaused(paused);
        if (catchUp != null) {
            request.setCatchupWindow(message(catchUp));
        }
        read(request);
        try (PawlClient client = connection.openOrStart()) {
            var created = client.schedules().createSchedule(request.build()).getSchedule();
            context.terminal()
                    .print("schedule %s: %s, %s%s"
                            .formatted(
                                    created.getName(),
                                    created.getTitle(),
                                    created.getTimes(),
                                    created.getPaused() ? ", paused" : ""));
            context.terminal().say("its runs: pawl schedule list; one now: pawl schedule trigger " + created.getName());
        }
        return 0;
    }

    private void read(CreateScheduleRequest.Builder request) throws IOException {
        if (plan()) {
            request.setPlan(
                    PlanSubmission.of(PlanSource.read(context, Path.of(work.given())), work.interactive()).toBuilder()
                            .addAllLabels(work.labels()));
        } else {
            request.setTask(work.spec(work.read()));
        }
    }

    private boolean plan() {
        return work.given().endsWith(".yaml") || work.given().endsWith(".yml");
    }

    private String name() {
        if (name != null) {
            return name;
        }
        if (work.given().contains(" ")) {
            throw new CommandFailure(ExitCode.USAGE, "a schedule of a text needs a name; give it with --name");
        }
        Path last = Path.of(work.given()).getFileName();
        String file = last == null ? work.given() : last.toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private ScheduleTimes times() {
        ScheduleTimes.Builder times =
                ScheduleTimes.newBuilder().addAllCron(cron).setTimeZone(zone);
        every.forEach(duration -> times.addEvery(message(duration)));
        for (String text : on) {
            times.addCalendars(CalendarText.parse(text)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "--on '%s' is no days and time; write \"mon-fri 07:30\" or \"1,15 06:00\""
                                    .formatted(text))));
        }
        if (cron.isEmpty() && every.isEmpty() && on.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "when? give --cron, --every or --on");
        }
        return times.build();
    }

    private ScheduleOverlap overlap() {
        return Words.parse(ScheduleOverlap.class, overlap.replace('-', '_')).orElseThrow(() -> {
            List<String> known = Words.all(ScheduleOverlap.class).stream()
                    .map(word -> word.replace('_', '-'))
                    .toList();
            return new CommandFailure(
                    ExitCode.USAGE,
                    "unknown policy '%s'%s"
                            .formatted(
                                    overlap,
                                    Nearest.to(overlap, known)
                                            .map(near -> "; did you mean '" + near + "'?")
                                            .orElse("; one of " + String.join(", ", known))));
        });
    }

    private static Duration message(java.time.Duration duration) {
        return Duration.newBuilder().setSeconds(duration.toSeconds()).build();
    }
}
