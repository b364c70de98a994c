package dev.pawl.gateway.submit;

import java.time.Duration;

/** Durations: longer than zero, at most a year. */
final class Durations {
    private static final Duration MAX = Duration.ofDays(366);
    private static final int NANOS = 1_000_000_000;

    private Durations() {}

    static Duration read(String field, com.google.protobuf.Duration sent, Duration standIn, Violations violations) {
        return violations.made(field, standIn, () -> {
            if (sent.getSeconds() < 0
                    || sent.getSeconds() > MAX.toSeconds()
                    || sent.getNanos() < 0
                    || sent.getNanos() >= NANOS
                    || (sent.getSeconds() == 0 && sent.getNanos() == 0)) {
                throw new IllegalArgumentException("must be longer than zero and at most 366 days");
            }
            return Duration.ofSeconds(sent.getSeconds(), sent.getNanos());
        });
    }
}
