package dev.pawl.cli.planreport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** The axis of the chart: places as percentages of its width, and at most seven marks at round times. */
record TimeAxis(Span window) {
    private static final int MOST_STEPS = 6;

    private static final List<Duration> STEPS = LongStream.of(
                    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400)
            .mapToObj(Duration::ofSeconds)
            .toList();

    String x(Instant moment) {
        return Html.percent(Duration.between(window.from(), moment), window.length());
    }

    String x(Duration sinceStart) {
        return Html.percent(sinceStart, window.length());
    }

    String width(Span span) {
        return Html.percent(span.length(), window.length());
    }

    /** Times since the start. */
    List<Duration> marks() {
        Duration step = step();
        long count = window.length().dividedBy(step);
        return LongStream.rangeClosed(0, count).mapToObj(step::multipliedBy).toList();
    }

    private Duration step() {
        for (Duration step : STEPS) {
            if (window.length().dividedBy(step) <= MOST_STEPS) {
                return step;
            }
        }
        long days = window.length().toDays() / MOST_STEPS + 1;
        return Duration.ofDays(days);
    }

    /** Such as {@code 0}, {@code 45s}, {@code 1m30s}, {@code 2h}. */
    static String label(Duration mark) {
        if (mark.isZero()) {
            return "0";
        }
        StringBuilder label = new StringBuilder();
        part(label, mark.toDays(), "d");
        part(label, mark.toHoursPart(), "h");
        part(label, mark.toMinutesPart(), "m");
        part(label, mark.toSecondsPart(), "s");
        return label.toString();
    }

    private static void part(StringBuilder label, long count, String unit) {
        if (count > 0) {
            label.append(count).append(unit);
        }
    }
}
