package dev.pawl.cli.page;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, never negative: an end before the start counts as no time at all. */
public record Span(Instant from, Instant to) {
    public Span {
        to = to.isBefore(from) ? from : to;
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
