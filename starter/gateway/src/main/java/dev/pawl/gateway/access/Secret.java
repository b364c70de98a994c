package dev.pawl.gateway.access;

import dev.pawl.db.column.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller sends: {@code pawl_<id>_<secret>}. The prefix lets secret scanners find it.
 *
 * @param id finds the row, and is no secret
 */
record Secret(String id, String secret) {
    private static final Pattern FORM = Pattern.compile("pawl_([a-z2-7]{16})_([A-Za-z0-9_-]{43})");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID = 16;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if it has another form. */
    static Optional<Secret> of(String sent) {
        Matcher parts = FORM.matcher(sent);
        return parts.matches() ? Optional.of(new Secret(parts.group(1), parts.group(2))) : Optional.empty();
    }

    String text() {
        return "pawl_%s_%s".formatted(id, secret);
    }

    /** SHA-256 in hexadecimal. */
    String hash() {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "pawl_" + id + "_…";
    }
}
