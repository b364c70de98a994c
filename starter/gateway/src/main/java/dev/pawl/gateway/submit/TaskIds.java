package dev.pawl.gateway.submit;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;

/** Derives a task's id from its request id, so that a repeated submission means the same task. */
final class TaskIds {
    private static final int LENGTH = 12;

    private TaskIds() {}

    /** {@code t-} and 60 bits of the request id's SHA-256 in base 32. */
    static String of(String requestId) {
        byte[] hash =
                Hashing.sha256().hashString(requestId, StandardCharsets.UTF_8).asBytes();
        return "t-" + BaseEncoding.base32().lowerCase().encode(hash).substring(0, LENGTH);
    }
}
