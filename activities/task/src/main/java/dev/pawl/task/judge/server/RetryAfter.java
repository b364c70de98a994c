package dev.pawl.task.judge.server;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The delay that a server asks for: {@code retry-after-ms}, or {@code retry-after} in seconds or as a date (RFC 9110,
 * 10.2.3). Unreadable values are ignored; more than an hour is reduced to an hour.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("retry-after-ms")
                .flatMap(text -> millis(text, 0))
                .or(() -> headers.firstValue("retry-after").flatMap(this::secondsOrDate))
                .filter(delay -> !delay.isNegative())
                .map(delay -> delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
    }

    private Optional<Duration> secondsOrDate(String text) {
        return millis(text, 3).or(() -> until(text));
    }

    private static Optional<Duration> millis(String text, int shift) {
        try {
            BigDecimal millis = new BigDecimal(text.strip()).movePointRight(shift);
            BigDecimal most = BigDecimal.valueOf(LONGEST.toMillis());
            return Optional.of(Duration.ofMillis(millis.min(most).longValue()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private Optional<Duration> until(String date) {
        try {
            Instant at = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), at);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
