package dev.pawl.activities.agent.program;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the words of a refusal when it ends, such as "try again in 2 hours 5 minutes" or "resets after 1h2m3s". */
final class ResetTime {
    private static final Pattern SPAN =
            Pattern.compile("(?i)\\b(?:in|after)\\s+((?:\\d{1,6}(?:\\.\\d+)?\\s*[dhms][a-z]*[\\s,]*(?:and\\s+)?)+)");
    private static final Pattern EACH = Pattern.compile("(?i)(\\d+(?:\\.\\d+)?)\\s*([dhms])");

    private ResetTime() {}

    static Optional<Instant> find(String words, Instant now) {
        Matcher span = SPAN.matcher(words);
        return span.find() ? Optional.of(now.plus(duration(span.group(1)))) : Optional.empty();
    }

    private static Duration duration(String span) {
        Duration sum = Duration.ZERO;
        Matcher part = EACH.matcher(span);
        while (part.find()) {
            double count = Double.parseDouble(part.group(1));
            long unit = switch (Character.toLowerCase(part.group(2).charAt(0))) {
                case 'd' -> 86_400_000L;
                case 'h' -> 3_600_000L;
                case 'm' -> 60_000L;
                default -> 1000L;
            };
            sum = sum.plusMillis(Math.round(count * unit));
        }
        return sum;
    }
}
