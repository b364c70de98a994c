package dev.pawl.cli.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A link that logs a browser in to the engine's Web UI: it works once, within a minute. */
public final class LoginLink {
    public static final Duration VALIDITY = Duration.ofSeconds(60);

    private static final String ALGORITHM = "HmacSHA256";
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
        return webUi + "/login?t=" + claim + "." + sum(secret, "login " + claim);
    }

    private static String sum(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
