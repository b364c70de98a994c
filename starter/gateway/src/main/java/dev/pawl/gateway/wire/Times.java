package dev.pawl.gateway.wire;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Converts instants to protocol timestamps. */
public final class Times {
    private Times() {}

    public static Timestamp of(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
