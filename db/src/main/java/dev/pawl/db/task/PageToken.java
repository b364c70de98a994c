package dev.pawl.db.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended, opaque to its bearer. */
record PageToken(Instant createdAt, String id) {
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((createdAt + " " + id).getBytes(UTF_8));
    }

    /** @throws IllegalArgumentException for a text that no page gave */
    static PageToken parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new PageToken(Instant.parse(parts[0]), parts[1].replace("\0", ""));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("not a page token: '" + text + "'", e);
        }
        throw new IllegalArgumentException("not a page token: '" + text + "'");
    }
}
