package dev.pawl.cli.report;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Usage;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tokens and times in tables. Unknown values are a dash, never a zero. */
public final class Amounts {
    public static final String UNKNOWN = "-";

    private Amounts() {}

    /** Exact below a thousand, then {@code 12.3k} and {@code 4.5M}. */
    public static String tokens(long tokens) {
        if (tokens < 1000) {
            return Long.toString(tokens);
        }
        return tokens < 1_000_000
                ? String.format(Locale.ROOT, "%.1fk", tokens / 1e3)
                : String.format(Locale.ROOT, "%.1fM", tokens / 1e6);
    }

    public static long tokens(Usage usage) {
        return usage.getInputTokens()
                + usage.getOutputTokens()
                + usage.getCacheReadTokens()
                + usage.getCacheWriteTokens();
    }

    public static String millis(long millis) {
        return Durations.brief(Duration.ofMillis(millis));
    }

    public static String ago(Timestamp time, Instant now) {
        Duration age = Duration.between(instant(time), now);
        return Durations.brief(age.isNegative() ? Duration.ZERO : Duration.ofSeconds(age.toSeconds()));
    }

    public static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
