package dev.pawl.db.column;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as stored in columns and references: 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    public static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException for any other text */
    public static String checked(String text) {
        if (!FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + text);
        }
        return text;
    }
}
