package dev.pawl.cli.command.schedule;

import dev.pawl.api.v1.ScheduleCalendar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and a time of day as people write them: {@code mon-fri 07:30}, {@code daily 3:00}, {@code 1,15 06:00}. */
final class CalendarText {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern TEXT = Pattern.compile("(\\S+)\\s+(\\d{1,2}):(\\d{2})");

    private CalendarText() {}

    /** Empty if the text is none. */
    static Optional<ScheduleCalendar> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(2));
        int minute = Integer.parseInt(matcher.group(3));
        ScheduleCalendar.Builder calendar =
                ScheduleCalendar.newBuilder().setHour(hour).setMinute(minute);
        boolean days = matcher.group(1).equals("daily") || days(matcher.group(1), calendar);
        return days && hour < 24 && minute < 60 ? Optional.of(calendar.build()) : Optional.empty();
    }

    private static boolean days(String text, ScheduleCalendar.Builder calendar) {
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int from = WEEKDAYS.indexOf(ends[0]) + 1;
            int to = WEEKDAYS.indexOf(ends[ends.length - 1]) + 1;
            if (part.matches("[1-9]|[12]\\d|3[01]")) {
                calendar.addDays(Integer.parseInt(part));
            } else if (ends.length > 2 || from == 0 || to < from) {
                return false;
            } else {
                for (int day = from; day <= to; day++) {
                    calendar.addWeekdays(day);
                }
            }
        }
        return true;
    }
}
