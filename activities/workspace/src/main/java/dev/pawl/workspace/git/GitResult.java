package dev.pawl.workspace.git;

import java.nio.charset.StandardCharsets;

/** The result of a git command; {@code out} is empty if it was written to a file. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GitResult(int exit, byte[] out, String error) {
    public boolean ok() {
        return exit == 0;
    }

    /** The output as one line of text. */
    public String line() {
        return new String(out, StandardCharsets.UTF_8).strip();
    }

    /** The output as NUL-terminated fields, each a {@link RawPath}-style string of bytes. */
    public String[] fields() {
        String text = new String(out, StandardCharsets.ISO_8859_1);
        return text.isEmpty() ? new String[0] : text.split("\0", 0);
    }
}
