package dev.pawl.agent.limit;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A calendar window whose quota is used up, such as {@code day America/Los_Angeles}.
 *
 * @param zone the provider's
 */
record Window(Unit unit, ZoneId zone) {
    enum Unit {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    @JsonCreator
    static Window of(String text) {
        String[] words = text.split(" ", 2);
        try {
            Unit unit = Unit.valueOf(words[0].toUpperCase(Locale.ROOT));
            return new Window(unit, ZoneId.of(words.length == 1 ? "UTC" : words[1].strip()));
        } catch (IllegalArgumentException | DateTimeException e) {
            String units = Arrays.stream(Unit.values())
                    .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "'reset' is '%s', allowed: one of %s and a zone, as in 'day America/Los_Angeles'"
                            .formatted(text, units),
                    e);
        }
    }

    /** The beginning of the next window. */
    ToldReset end(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime today = here.toLocalDate().atStartOfDay(zone);
        ZonedDateTime end = switch (unit) {
            case HOUR -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAY -> today.toLocalDate().plusDays(1).atStartOfDay(zone);
            case WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> today.with(TemporalAdjusters.firstDayOfNextMonth());
        };
        return new ToldReset(end.toInstant(), zone);
    }
}
