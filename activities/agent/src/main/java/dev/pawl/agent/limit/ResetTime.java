package dev.pawl.agent.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds in the words of a refusal when it ends: as a span, a number of seconds, or a time of day. */
public final class ResetTime {
    private static final Pattern EPOCH =
            Pattern.compile("(?i)(?:\\||resets?_?at\\W{1,4}|reset\\W{1,4})(\\d{10}|\\d{13})\\b");
    private static final Pattern SECONDS = Pattern.compile(
            "(?i)(?:(?:resets?_?in_?seconds|retry.?after(?:_?seconds)?)\\W{1,4}(\\d{1,7}(?:\\.\\d{1,9})?)\\b(?![a-z:-])"
                    + "|retry.?delay\\W{1,4}(\\d{1,7}(?:\\.\\d{1,9})?)s\\b)");
    private static final Pattern MILLISECONDS =
            Pattern.compile("(?i)(?:retry.?after.?ms|retry.?delay.?ms)\\W{1,4}(\\d{1,10})\\b");
    private static final Pattern ISO = Pattern.compile(
            "\\b(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d))");

    private static final Pattern HTTP_DATE = Pattern.compile(
            "\\b((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d? [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT)\\b");

    private ResetTime() {}

    /**
     * @param host the zone of times without one
     * @return empty if there is no time; it may have passed
     */
    public static Optional<ToldReset> find(String words, Instant now, ZoneId host) {
        return span(words)
                .map(span -> new ToldReset(now.plus(span), host))
                .or(() -> instant(words, host))
                .or(() -> ClockTime.find(words, now, host));
    }

    /** The value of a header: seconds, or an HTTP date. */
    public static Optional<Instant> ofHeader(String value, Instant now) {
        String text = value.strip();
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.of(now.plus(seconds(text)));
        }
        return httpDate(text);
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> span(String words) {
        return Spans.find(words)
                .or(() -> number(MILLISECONDS, words).map(text -> Duration.ofMillis(Long.parseLong(text))))
                .or(() -> number(SECONDS, words).map(ResetTime::seconds));
    }

    private static Optional<ToldReset> instant(String words, ZoneId host) {
        Optional<ToldReset> epoch = number(EPOCH, words).map(text -> {
            long count = Long.parseLong(text);
            return new ToldReset(
                    text.length() == 13 ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count), host);
        });
        return epoch.or(() -> number(ISO, words).flatMap(text -> iso(text, host)))
                .or(() -> number(HTTP_DATE, words).flatMap(ResetTime::httpDate).map(at -> new ToldReset(at, host)));
    }

    private static Optional<ToldReset> iso(String text, ZoneId host) {
        try {
            String offset = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
            ZonedDateTime time = ZonedDateTime.parse(offset);
            boolean utc = time.getOffset().equals(ZoneOffset.UTC);
            return Optional.of(new ToldReset(time.toInstant(), utc ? host : time.getZone()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }

    private static Optional<String> number(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
