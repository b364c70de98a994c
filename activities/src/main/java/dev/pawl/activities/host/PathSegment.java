package dev.pawl.activities.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Any id as one segment of a path: letters, digits and inner {@code -} stay, other bytes become {@code _} and two
 * hexadecimal digits. Different ids give different segments; long ones end in their hash.
 */
final class PathSegment {
    private static final int LONGEST = 100;

    private PathSegment() {}

    static String of(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an id must not be empty");
        }
        StringBuilder segment = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (plain(c, segment.isEmpty())) {
                segment.append(c);
            } else {
                segment.append('_').append(HexFormat.of().toHexDigits(b));
            }
        }
        return segment.length() <= LONGEST ? segment.toString() : segment.substring(0, 40) + "_s" + hash(id);
    }

    private static boolean plain(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (!first && c == '-');
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
