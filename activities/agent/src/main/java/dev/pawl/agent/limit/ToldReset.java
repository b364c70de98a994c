package dev.pawl.agent.limit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When requests are served again.
 *
 * @param zone of the provider's words, else that of the host
 */
public record ToldReset(Instant at, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT);

    /** Such as {@code 2026-12-04 06:00 Europe/Berlin}. */
    public String text() {
        return MINUTE.format(at.atZone(zone));
    }
}
