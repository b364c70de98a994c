package dev.pawl.local.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The host name of the Web UI, derived from its secret as the engine does. Browsers send cookies of one port to all
 * ports of a host, so a name that only this user knows keeps the session from other servers of the machine.
 */
final class UiHost {
    private static final int LENGTH = 16;

    private UiHost() {}

    static String of(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            String sum = HexFormat.of().formatHex(mac.doFinal("host".getBytes(StandardCharsets.US_ASCII)));
            return "pawl-" + sum.substring(0, LENGTH) + ".localhost";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
