package dev.pawl.workflows.model;

import java.util.regex.Pattern;

/**
 * Reference to a text in the content store, so that no large text enters a history.
 *
 * @param sha256 64 lower-case hexadecimal digits of the stored bytes
 * @param size length in bytes
 */
public record ContentRef(String sha256, long size) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ContentRef {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
        }
        Require.notNegative(size, "size");
    }
}
