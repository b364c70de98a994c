package dev.pawl.events.intake;

import dev.pawl.db.column.Sha256;
import dev.pawl.db.deadletter.NewDeadLetter;
import dev.pawl.events.read.Reading;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of records. */
final class Letters {
    /** Fits into the trailers of a call, whatever its characters are. */
    private static final int MAX_REASON = 800;

    private Letters() {}

    static NewDeadLetter of(Incoming incoming, Reading.Invalid invalid) {
        return of(incoming, 1, invalid.errorClass(), invalid.reason());
    }

    static NewDeadLetter of(Incoming incoming, int attempts, String errorClass, String reason) {
        return new NewDeadLetter(
                incoming.topic(),
                incoming.partition(),
                incoming.position(),
                incoming.key(),
                incoming.value(),
                Headers.write(incoming.headers()),
                attempts,
                errorClass,
                shortened(reason),
                digest(incoming));
    }

    static String shortened(String reason) {
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…";
    }

    private static String digest(Incoming incoming) {
        MessageDigest digest = Sha256.digest();
        update(digest, incoming.key());
        update(digest, incoming.value());
        return Sha256.hex(digest.digest());
    }

    private static void update(MessageDigest digest, byte @Nullable [] bytes) {
        digest.update((byte) (bytes == null ? 0 : 1));
        if (bytes != null) {
            digest.update(bytes);
        }
        digest.update((byte) 0);
    }
}
