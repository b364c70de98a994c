package dev.pawl.cli.local;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** A link that logs a browser in to the engine's Web UI: it works once, within a minute. */
public final class LoginLink {
    public static final Duration VALIDITY = Duration.ofSeconds(60);

    private static final int NONCE_BYTES = 16;

    private LoginLink() {}

    /** @param secret known to the engine */
    public static String to(String webUi, String secret, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return to(webUi, secret, now, HexFormat.of().formatHex(nonce));
    }

    static String to(String webUi, String secret, Instant now, String nonce) {
        String claim = now.plus(VALIDITY).toEpochMilli() + "." + nonce;
        return webUi + "/login?t=" + claim + "." + code(secret, "login " + claim);
    }

    private static String code(String secret, String text) {
        return Hashing.hmacSha256(secret.getBytes(StandardCharsets.US_ASCII))
                .hashString(text, StandardCharsets.US_ASCII)
                .toString();
    }
}
