package dev.pawl.db.content;

import dev.pawl.db.column.Sha256;

/**
 * Reference to a stored text.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Stored(String sha256, long size) {
    public Stored {
        Sha256.checked(sha256);
        if (size < 0) {
            throw new IllegalArgumentException("size is " + size + ", it must not be negative");
        }
    }
}
