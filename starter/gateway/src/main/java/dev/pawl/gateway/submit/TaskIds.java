package dev.pawl.gateway.submit;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;

/** Derives the id of a task or a plan from its request id, so that a repeated submission means the same task. */
final class TaskIds {
    private static final int LENGTH = 12;

    private TaskIds() {}

    /** {@code t-} and 60 bits of the request id's SHA-256 in base 32. */
    static String of(String requestId) {
        return "t-" + digest(requestId);
    }

    /** The same for a plan: {@code p-} and 60 bits. */
    static String ofPlan(String requestId) {
        return "p-" + digest(requestId);
    }

    private static String digest(String requestId) {
        byte[] hash =
                Hashing.sha256().hashString(requestId, StandardCharsets.UTF_8).asBytes();
        return BaseEncoding.base32().lowerCase().encode(hash).substring(0, LENGTH);
    }
}
