package dev.pawl.db.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** End of a page, as an opaque token. */
public record PageToken(Instant createdAt, String id) {
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((createdAt + " " + id).getBytes(UTF_8));
    }

    /** @throws IllegalArgumentException for an invalid token */
    public static PageToken parse(String text) {
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
