package dev.pawl.activities.workspace;

import java.nio.charset.StandardCharsets;

/** What a git command gave; {@code out} is empty where it was written to a file. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GitResult(int exit, byte[] out, String error) {
    boolean ok() {
        return exit == 0;
    }

    /** The output as one line of text. */
    String line() {
        return new String(out, StandardCharsets.UTF_8).strip();
    }

    /** The output as NUL-terminated fields, each a {@link RawPath}-style string of bytes. */
    String[] fields() {
        String text = new String(out, StandardCharsets.ISO_8859_1);
        return text.isEmpty() ? new String[0] : text.split("\0", 0);
    }
}
