package dev.pawl.db.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller's token.
 *
 * @param secretHash SHA-256 of the secret, which is stored nowhere; in hexadecimal
 * @param revokedAt absent if it was not revoked
 */
public record TokenRow(
        String id,
        String name,
        String secretHash,
        List<String> scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {
    public TokenRow {
        scopes = List.copyOf(scopes);
    }

    /** Whether it admits a caller at a time. */
    public boolean valid(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
