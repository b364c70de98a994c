package dev.pawl.host.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Splits output chunks into lines. Bytes that are not UTF-8 become the replacement character. A line that is too long
 * is truncated, so that an endless line needs no more memory than the limit. Not thread-safe.
 */
public final class LineSplitter {
    /** Receives the lines, without their line ends. */
    @FunctionalInterface
    public interface Lines {
        void line(String line) throws IOException;
    }

    private final int longest;
    private final Lines lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param longest in bytes */
    public LineSplitter(int longest, Lines lines) {
        this.longest = longest;
        this.lines = lines;
    }

    public void write(byte[] chunk, int length) throws IOException {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (chunk[i] == '\n') {
                append(chunk, start, i);
                flush();
                start = i + 1;
            }
        }
        append(chunk, start, length);
    }

    /** Emits a last line without a line end. */
    public void finish() throws IOException {
        if (line.size() > 0) {
            flush();
        }
    }

    private void append(byte[] chunk, int from, int to) {
        int fits = Math.min(to - from, longest - line.size());
        line.write(chunk, from, fits);
    }

    private void flush() throws IOException {
        String text = line.toString(UTF_8);
        line.reset();
        lines.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
