package dev.pawl.gateway.wire;

import com.google.protobuf.Duration;

/** Converts durations to those of the protocol. */
public final class Durations {
    private Durations() {}

    public static Duration of(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
