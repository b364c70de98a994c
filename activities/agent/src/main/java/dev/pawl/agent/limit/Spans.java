package dev.pawl.agent.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time in words, such as "in 5 days 22 hours 11 minutes", "after 3h22m15s" or "in 564ms". */
final class Spans {
    private static final String NUMBER = "(?:\\d{1,6}(?:\\.\\d{1,9})?|an?\\b|one\\b)";
    /** Longest names first, so that milliseconds are not minutes. */
    private static final String UNIT =
            "(?:milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d"
                    + "|weeks?|wks?|w)(?![a-z])";

    private static final String PART = NUMBER + "\\s*" + UNIT;
    private static final Pattern SPAN =
            Pattern.compile("(?i)\\b(?:in|after|wait)\\s+(?:about\\s+|less\\s+than\\s+|~\\s*)?(" + PART
                    + "(?:[\\s,]*(?:and\\s+)?" + PART + ")*)");
    private static final Pattern EACH = Pattern.compile("(?i)(" + NUMBER + ")\\s*(" + UNIT + ")");

    private Spans() {}

    static Optional<Duration> find(String words) {
        Matcher span = SPAN.matcher(words);
        return span.find() ? Optional.of(sum(span.group(1))) : Optional.empty();
    }

    private static Duration sum(String span) {
        Duration sum = Duration.ZERO;
        Matcher part = EACH.matcher(span);
        while (part.find()) {
            String number = part.group(1);
            double count = Character.isDigit(number.charAt(0)) ? Double.parseDouble(number) : 1;
            sum = sum.plusMillis(Math.round(count * millis(part.group(2).toLowerCase(Locale.ROOT))));
        }
        return sum;
    }

    private static long millis(String unit) {
        if (unit.startsWith("ms") || unit.startsWith("milli")) {
            return 1;
        }
        return switch (unit.charAt(0)) {
            case 'w' -> 7 * 86_400_000L;
            case 'd' -> 86_400_000L;
            case 'h' -> 3_600_000L;
            case 'm' -> 60_000L;
            default -> 1000L;
        };
    }
}
