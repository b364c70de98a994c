package dev.pawl.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** The axis of the chart: places as percentages of its width, and at most seven marks at round times. */
public record TimeAxis(Span window) {
    private static final int MOST_STEPS = 6;

    private static final List<Duration> STEPS = LongStream.of(
                    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400)
            .mapToObj(Duration::ofSeconds)
            .toList();

    public String x(Instant moment) {
        return Html.percent(Duration.between(window.from(), moment), window.length());
    }

    public String x(Duration sinceStart) {
        return Html.percent(sinceStart, window.length());
    }

    public String width(Span span) {
        return Html.percent(span.length(), window.length());
    }

    /** Times since the start. */
    public List<Duration> marks() {
        Duration step = step();
        long count = window.length().dividedBy(step);
        return LongStream.rangeClosed(0, count).mapToObj(step::multipliedBy).toList();
    }

    /** The texts of the marks, in the chart's own coordinates. */
    void labels(Html html) {
        for (Duration mark : marks()) {
            String anchor =
                    mark.isZero() ? "start" : window.length().minus(mark).isZero() ? "end" : "middle";
            html.fill("<text x=\"%s\" y=\"13\" text-anchor=\"%s\">%s</text>", x(mark), anchor, label(mark));
        }
    }

    /** The lines of the marks in a row of the chart. */
    public void lines(Html html, int height) {
        for (Duration mark : marks()) {
            html.fill("<line x1=\"%1$s\" x2=\"%1$s\" y1=\"0\" y2=\"%2$s\"/>", x(mark), height);
        }
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
