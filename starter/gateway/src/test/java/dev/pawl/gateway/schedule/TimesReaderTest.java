package dev.pawl.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.v1.ScheduleCalendar;
import dev.pawl.api.v1.ScheduleTimes;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesReaderTest {
    private final List<FieldViolation> violations = new ArrayList<>();

    @Test
    void cronIntervalsAndCalendarsBecomeThoseOfTheEngine() {
        ScheduleTimes times = ScheduleTimes.newBuilder()
                .addCron("30 7 * * 1-5")
                .addEvery(seconds(3600))
                .addCalendars(ScheduleCalendar.newBuilder()
                        .addWeekdays(1)
                        .addWeekdays(7)
                        .setHour(7)
                        .setMinute(30))
                .setTimeZone("Europe/Berlin")
                .build();

        ScheduleSpec spec = new TimesReader(times, violations).read();

        assertThat(violations).isEmpty();
        assertThat(spec.getCronExpressions()).containsExactly("30 7 * * 1-5");
        assertThat(spec.getIntervals()).containsExactly(new ScheduleIntervalSpec(java.time.Duration.ofHours(1)));
        ScheduleCalendarSpec calendar = spec.getCalendars().getFirst();
        assertThat(calendar.getDayOfWeek()).containsExactly(new ScheduleRange(1), new ScheduleRange(0));
        assertThat(calendar.getHour()).containsExactly(new ScheduleRange(7));
        assertThat(spec.getTimeZoneName()).isEqualTo("Europe/Berlin");
        assertThat(TimesReader.text(times)).isEqualTo("cron 30 7 * * 1-5, every 1h, mon,sun 07:30 (Europe/Berlin)");
    }

    @Test
    void everyInvalidTimeIsReported() {
        new TimesReader(
                        ScheduleTimes.newBuilder()
                                .addCron("* * *")
                                .addEvery(seconds(5))
                                .addCalendars(ScheduleCalendar.newBuilder()
                                        .addWeekdays(8)
                                        .addDays(32)
                                        .setHour(24)
                                        .setMinute(60))
                                .setTimeZone("Mars/Base")
                                .build(),
                        violations)
                .read();
        new TimesReader(ScheduleTimes.getDefaultInstance(), violations).read();

        assertThat(violations)
                .extracting(FieldViolation::getField)
                .containsExactlyInAnyOrder(
                        "times.cron[0]",
                        "times.every[0]",
                        "times.calendars[0].weekdays",
                        "times.calendars[0].days",
                        "times.calendars[0].hour",
                        "times.calendars[0].minute",
                        "times.time_zone",
                        "times");
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
