package dev.pawl.local.engine;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * The host name of the Web UI, derived from its secret as the engine does. Browsers send cookies of one port to all
 * ports of a host, so a name that only this user knows keeps the session from other servers of the machine.
 */
final class UiHost {
    private static final int LENGTH = 16;

    private UiHost() {}

    static String of(String secret) {
        String code = Hashing.hmacSha256(secret.getBytes(StandardCharsets.US_ASCII))
                .hashString("host", StandardCharsets.US_ASCII)
                .toString();
        return "pawl-" + code.substring(0, LENGTH) + ".localhost";
    }
}
