package dev.pawl.agent.limit;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day after "resets" or "try again", such as "3:30am (Asia/Calcutta)" or "Sep 28th, 2026 4:46 AM". */
final class ClockTime {
    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String DATE = "(?:(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?"
            + "(?:(?<tomorrow>tomorrow|today),?\\s+)?"
            + "(?:" + MONTH + "\\s+" + DAY + "(?:,?\\s+(?<year>\\d{4}))?,?\\s+)?"
            + "(?:(?<iso>\\d{4}-\\d\\d-\\d\\d),?\\s+)?"
            + "(?:at\\s+)?";
    private static final String TIME =
            "(?:(?<word>midnight|noon)\\b|(?<hour>\\d{1,2})(?::(?<minute>\\d\\d)(?::\\d\\d)?)?"
                    + "\\s*(?:(?<half>[ap])\\.?m\\b\\.?)?)";
    private static final String ZONE =
            "(?:\\s*\\((?<zone>[A-Za-z][A-Za-z0-9_+\\-/:]*)\\)|\\s*(?<offset>" + ZoneName.WRITTEN + "))?";
    private static final String BEHIND =
            "(?i)\\b(?:resets?|try\\s+again|retry|renews|available(?:\\s+again)?|until)\\b[\\s:]*(?:at|on)?\\s*";
    private static final Pattern WITH_TIME = Pattern.compile(BEHIND + DATE + TIME + ZONE);
    private static final Pattern DAY_ONLY =
            Pattern.compile(BEHIND + MONTH + "\\s+" + DAY + "(?:,?\\s+(?<year>\\d{4}))?\\b");
    /** The words were written before they are read: a time that has just passed is not tomorrow's. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private ClockTime() {}

    static Optional<ToldReset> find(String words, Instant now, ZoneId host) {
        try {
            Matcher found = WITH_TIME.matcher(words);
            while (found.find()) {
                LocalTime time = time(found);
                if (time != null) {
                    ZoneId zone = zone(found, host);
                    return Optional.of(
                            new ToldReset(at(found, time, now.minus(JUST_NOW).atZone(zone)), zone));
                }
            }
            Matcher day = DAY_ONLY.matcher(words);
            return day.find()
                    ? Optional.of(
                            new ToldReset(monthDay(day, day.group("year"), LocalTime.MIDNIGHT, now.atZone(host)), host))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Absent if it is a number without such a meaning. */
    private static @Nullable LocalTime time(Matcher found) {
        String word = found.group("word");
        if (word != null) {
            return word.equalsIgnoreCase("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT;
        }
        String minute = found.group("minute");
        String half = found.group("half");
        if (minute == null && half == null) {
            return null;
        }
        int hour = Integer.parseInt(found.group("hour"));
        if (half != null && (hour < 1 || hour > 12)) {
            return null;
        }
        int shift = half == null ? 0 : half.equalsIgnoreCase("p") ? 12 : 0;
        int of24 = half == null ? hour : hour % 12 + shift;
        return LocalTime.of(of24, minute == null ? 0 : Integer.parseInt(minute));
    }

    private static Instant at(Matcher found, LocalTime time, ZonedDateTime now) {
        if (found.group("month") != null) {
            return monthDay(found, found.group("year"), time, now);
        }
        if (found.group("iso") != null) {
            return LocalDate.parse(found.group("iso"))
                    .atTime(time)
                    .atZone(now.getZone())
                    .toInstant();
        }
        String relative = found.group("tomorrow");
        if (relative != null) {
            int days = relative.equalsIgnoreCase("tomorrow") ? 1 : 0;
            return now.toLocalDate()
                    .plusDays(days)
                    .atTime(time)
                    .atZone(now.getZone())
                    .toInstant();
        }
        String weekday = found.group("weekday");
        LocalDate day = weekday == null
                ? now.toLocalDate()
                : now.toLocalDate().with(TemporalAdjusters.nextOrSame(weekday(weekday)));
        ZonedDateTime at = day.atTime(time).atZone(now.getZone());
        return at.isAfter(now)
                ? at.toInstant()
                : day.plusDays(weekday == null ? 1 : 7)
                        .atTime(time)
                        .atZone(now.getZone())
                        .toInstant();
    }

    /** Without a year, the next one. */
    private static Instant monthDay(Matcher found, @Nullable String year, LocalTime time, ZonedDateTime now) {
        MonthDay day = MonthDay.of(month(found.group("month")), Integer.parseInt(found.group("day")));
        if (year != null) {
            return day.atYear(Integer.parseInt(year))
                    .atTime(time)
                    .atZone(now.getZone())
                    .toInstant();
        }
        ZonedDateTime at = day.atYear(now.getYear()).atTime(time).atZone(now.getZone());
        ZonedDateTime next = at.isAfter(now)
                ? at
                : day.atYear(now.getYear() + 1).atTime(time).atZone(now.getZone());
        return next.toInstant();
    }

    /** In brackets an IANA name, or else no zone at all. */
    private static ZoneId zone(Matcher found, ZoneId host) {
        String named = found.group("zone");
        if (named != null) {
            return ZoneName.exactly(named).orElse(host);
        }
        String written = found.group("offset");
        return written == null ? host : ZoneName.find(written).orElse(host);
    }

    private static int month(String name) {
        return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.of("montuewedthufrisatsun".indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1);
    }
}
