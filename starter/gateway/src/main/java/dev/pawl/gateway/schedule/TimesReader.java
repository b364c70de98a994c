package dev.pawl.gateway.schedule;

import com.google.protobuf.Duration;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.v1.ScheduleCalendar;
import dev.pawl.api.v1.ScheduleTimes;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Converts the times of a schedule to those of the engine, and collects every error. */
final class TimesReader {
    private static final int MOST = 20;

    private final ScheduleTimes times;
    private final List<FieldViolation> violations;

    TimesReader(ScheduleTimes times, List<FieldViolation> violations) {
        this.times = times;
        this.violations = violations;
    }

    ScheduleSpec read() {
        int all = times.getCronCount() + times.getEveryCount() + times.getCalendarsCount();
        if (all == 0 || all > MOST) {
            add("times", "has %d times, allowed: 1 to %d".formatted(all, MOST));
        }
        List<String> cron = new ArrayList<>();
        for (int i = 0; i < times.getCronCount(); i++) {
            if (times.getCron(i).strip().split("\\s+").length != 5) {
                add(
                        "times.cron[%d]".formatted(i),
                        "'%s' has not five fields, such as 30 7 * * 1-5".formatted(times.getCron(i)));
            }
            cron.add(times.getCron(i));
        }
        List<ScheduleIntervalSpec> intervals = new ArrayList<>();
        for (int i = 0; i < times.getEveryCount(); i++) {
            Duration every = times.getEvery(i);
            if (every.getSeconds() < 60 || every.getSeconds() > 366L * 86_400) {
                add("times.every[%d]".formatted(i), "must be a minute to 366 days");
            } else {
                intervals.add(new ScheduleIntervalSpec(java.time.Duration.ofSeconds(every.getSeconds())));
            }
        }
        List<ScheduleCalendarSpec> calendars = new ArrayList<>();
        for (int i = 0; i < times.getCalendarsCount(); i++) {
            calendars.add(calendar(times.getCalendars(i), "times.calendars[%d]".formatted(i)));
        }
        return ScheduleSpec.newBuilder()
                .setCronExpressions(cron)
                .setIntervals(intervals)
                .setCalendars(calendars)
                .setTimeZoneName(zone())
                .build();
    }

    private String zone() {
        String zone = times.getTimeZone().isEmpty() ? "UTC" : times.getTimeZone();
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            add("times.time_zone", "'%s' is not a time zone such as Europe/Berlin".formatted(zone));
            return "UTC";
        }
    }

    private ScheduleCalendarSpec calendar(ScheduleCalendar sent, String path) {
        range(path + ".hour", List.of(sent.getHour()), 0, 23);
        range(path + ".minute", List.of(sent.getMinute()), 0, 59);
        range(path + ".weekdays", sent.getWeekdaysList(), 1, 7);
        range(path + ".days", sent.getDaysList(), 1, 31);
        ScheduleCalendarSpec.Builder calendar = ScheduleCalendarSpec.newBuilder()
                .setSeconds(List.of(new ScheduleRange(0)))
                .setMinutes(List.of(new ScheduleRange(sent.getMinute())))
                .setHour(List.of(new ScheduleRange(sent.getHour())))
                .setMonth(List.of(new ScheduleRange(1, 12)))
                .setDayOfMonth(
                        sent.getDaysCount() == 0
                                ? List.of(new ScheduleRange(1, 31))
                                : sent.getDaysList().stream()
                                        .map(ScheduleRange::new)
                                        .toList())
                // The engine's Sunday is 0.
                .setDayOfWeek(
                        sent.getWeekdaysCount() == 0
                                ? List.of(new ScheduleRange(0, 6))
                                : sent.getWeekdaysList().stream()
                                        .map(day -> new ScheduleRange(day % 7))
                                        .toList());
        return calendar.build();
    }

    private void range(String field, List<Integer> values, int min, int max) {
        for (int value : values) {
            if (value < min || value > max) {
                add(field, "is %d, allowed: %d to %d".formatted(value, min, max));
            }
        }
    }

    private void add(String field, String description) {
        violations.add(FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build());
    }

    /** In one line for people. */
    static String text(ScheduleTimes times) {
        List<String> parts = new ArrayList<>();
        times.getCronList().forEach(cron -> parts.add("cron " + cron));
        times.getEveryList()
                .forEach(every -> parts.add("every "
                        + java.time.Duration.ofSeconds(every.getSeconds())
                                .toString()
                                .substring(2)
                                .toLowerCase(Locale.ROOT)));
        times.getCalendarsList().forEach(calendar -> parts.add(text(calendar)));
        String zone = times.getTimeZone().isEmpty() ? "UTC" : times.getTimeZone();
        return String.join(", ", parts) + " (" + zone + ")";
    }

    private static String text(ScheduleCalendar calendar) {
        List<String> days = new ArrayList<>();
        if (calendar.getWeekdaysCount() > 0) {
            days.add(calendar.getWeekdaysList().stream()
                    .map(day -> List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")
                            .get(Math.floorMod(day - 1, 7)))
                    .collect(Collectors.joining(",")));
        }
        if (calendar.getDaysCount() > 0) {
            days.add("day "
                    + calendar.getDaysList().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return "%s %02d:%02d"
                .formatted(days.isEmpty() ? "daily" : String.join(" ", days), calendar.getHour(), calendar.getMinute());
    }
}
