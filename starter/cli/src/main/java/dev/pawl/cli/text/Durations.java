package dev.pawl.cli.text;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 30m}, {@code 1h30m}, {@code 7d}. */
public final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
    /** A year: longer than any wait of a task, and far from overflowing a timer. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private Durations() {}

    /** Empty if the text is not a duration, is zero or is longer than 365 days. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches() || text.length() > 20) {
            return Optional.empty();
        }
        try {
            Duration sum = part(matcher, 1, Duration.ofDays(1))
                    .plus(part(matcher, 2, Duration.ofHours(1)))
                    .plus(part(matcher, 3, Duration.ofMinutes(1)))
                    .plus(part(matcher, 4, Duration.ofSeconds(1)));
            return sum.isZero() || sum.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(sum);
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static Duration part(Matcher matcher, int group, Duration unit) {
        String digits = matcher.group(group);
        return digits == null ? Duration.ZERO : unit.multipliedBy(Long.parseLong(digits));
    }

    /** Short, for tables: {@code 0.4s}, {@code 12s}, {@code 3m 05s}, {@code 2h 04m}, {@code 6d 23h}. */
    public static String brief(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return "%d.%ds".formatted(seconds, duration.toMillisPart() / 100);
        }
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return "%dm %02ds".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return "%dh %02dm".formatted(seconds / 3600, seconds % 3600 / 60);
        }
        return "%dd %02dh".formatted(seconds / 86_400, seconds % 86_400 / 3600);
    }
}
