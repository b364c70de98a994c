package dev.pawl.cli.planreport;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, never negative: an end before the start counts as no time at all. */
record Span(Instant from, Instant to) {
    Span {
        to = to.isBefore(from) ? from : to;
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
