package dev.pawl.cli.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.CreateScheduleRequest;
import dev.pawl.api.v1.DeleteScheduleRequest;
import dev.pawl.api.v1.PauseScheduleRequest;
import dev.pawl.api.v1.ResumeScheduleRequest;
import dev.pawl.api.v1.Schedule;
import dev.pawl.api.v1.ScheduleCalendar;
import dev.pawl.api.v1.ScheduleOverlap;
import dev.pawl.api.v1.TriggerScheduleRequest;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        Files.writeString(
                directory.resolve("nightly.md"), "---\nagent: command\ncommand: [\"true\"]\n---\n# Tidy up\nDo it.\n");
        Files.writeString(
                directory.resolve("plan.yaml"), "repository: .\nagent: codex\npackages: [{ id: a, prompt: x }]\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    private CreateScheduleRequest created(String... arguments) {
        Invocation invocation = pawl(arguments);
        assertThat(invocation.exitCode()).as(invocation.err()).isZero();
        return (CreateScheduleRequest) gateway.schedules.calls.getLast();
    }

    @Test
    void aTaskIsScheduledUnderTheNameOfItsFile() {
        CreateScheduleRequest request = created(
                "schedule",
                "create",
                "nightly.md",
                "--cron",
                "30 7 * * 1-5",
                "--every",
                "6h",
                "--on",
                "mon-wed,15 03:05",
                "--time-zone",
                "Europe/Berlin",
                "--overlap",
                "buffer-one",
                "--catch-up",
                "10m",
                "--paused",
                "--no-interactive");

        assertThat(request.getName()).isEqualTo("nightly");
        assertThat(request.getTask().getTitle()).isEqualTo("Tidy up");
        assertThat(request.getTask().getInteractive()).isFalse();
        assertThat(request.getTimes().getCronList()).containsExactly("30 7 * * 1-5");
        assertThat(request.getTimes().getEvery(0).getSeconds()).isEqualTo(6 * 3600);
        assertThat(request.getTimes().getCalendars(0))
                .isEqualTo(ScheduleCalendar.newBuilder()
                        .addWeekdays(1)
                        .addWeekdays(2)
                        .addWeekdays(3)
                        .addDays(15)
                        .setHour(3)
                        .setMinute(5)
                        .build());
        assertThat(request.getTimes().getTimeZone()).isEqualTo("Europe/Berlin");
        assertThat(request.getOverlap()).isEqualTo(ScheduleOverlap.SCHEDULE_OVERLAP_BUFFER_ONE);
        assertThat(request.getCatchupWindow().getSeconds()).isEqualTo(600);
        assertThat(request.getPaused()).isTrue();
    }

    @Test
    void aPlanIsScheduledToo() {
        CreateScheduleRequest request =
                created("schedule", "create", "plan.yaml", "--name", "weekly", "--on", "daily 6:00");

        assertThat(request.getName()).isEqualTo("weekly");
        assertThat(request.getPlan().getPackages(0).getId()).isEqualTo("a");
    }

    @Test
    void withoutATimeOrWithAWrongOneNothingIsCreated() {
        assertThat(pawl("schedule", "create", "nightly.md").err()).contains("give --cron, --every or --on");
        assertThat(pawl("schedule", "create", "nightly.md", "--on", "monday 7:00")
                        .err())
                .contains("no days and time");
        assertThat(pawl("schedule", "create", "nightly.md", "--every", "1h", "--overlap", "bufer-one")
                        .err())
                .contains("did you mean 'buffer-one'?");
        assertThat(pawl("schedule", "create", "do this", "--every", "1h").err()).contains("--name");
        assertThat(gateway.schedules.calls).isEmpty();
    }

    @Test
    void schedulesAreListedWithTheirNextAndLastRuns() {
        gateway.schedules.schedules.add(Schedule.newBuilder()
                .setName("nightly")
                .setTitle("Tidy up")
                .setKind("task")
                .setTimes("cron 0 3 * * * (UTC)")
                .addNext(Timestamp.newBuilder().setSeconds(1_900_000_000L))
                .addStarted("nightly-20260101T030000Z")
                .build());

        assertThat(pawl("schedule", "list").out())
                .contains("nightly", "cron 0 3 * * * (UTC)", "2030-03-17T17:46:40Z", "nightly-20260101T030000Z");
        assertThat(JsonParser.parseString(pawl("schedule", "list", "-o", "json").out())
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("name")
                        .getAsString())
                .isEqualTo("nightly");
    }

    @Test
    void aScheduleIsPausedResumedTriggeredAndDeletedByItsName() {
        assertThat(pawl("schedule", "pause", "nightly", "--reason", "freeze").out())
                .isEqualTo("schedule nightly: paused\n");
        pawl("schedule", "resume", "nightly");
        pawl("schedule", "trigger", "nightly");
        pawl("schedule", "delete", "nightly");

        assertThat(gateway.schedules.calls)
                .containsExactly(
                        PauseScheduleRequest.newBuilder()
                                .setName("nightly")
                                .setNote("freeze")
                                .build(),
                        ResumeScheduleRequest.newBuilder().setName("nightly").build(),
                        TriggerScheduleRequest.newBuilder().setName("nightly").build(),
                        DeleteScheduleRequest.newBuilder().setName("nightly").build());
    }
}
