package dev.pawl.cli.mcp.tool;

import dev.pawl.cli.terminal.Printable;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a bounded part of a long text: it begins at an offset, and ends with a line or at least with a character.
 * Offsets are bytes of UTF-8, as written.
 */
final class Excerpt extends OutputStream {
    /** About 10,000 tokens: from there on clients warn of an answer, or refuse it. */
    static final int LARGEST = 32 * 1024;

    private final long offset;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long written;

    /** @param offset of the first byte to keep */
    Excerpt(long offset) {
        this.offset = offset;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        int skipped = Math.clamp(offset - written, 0, length);
        int taken = Math.min(length - skipped, LARGEST - kept.size());
        kept.write(bytes, start + skipped, taken);
        written += length;
    }

    /** Writes a line, without control characters. */
    void line(String line) {
        byte[] bytes = (Printable.text(line) + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** The text, and, if it is not all, which part it is and how to get the rest. */
    List<String> texts(String tool) {
        byte[] bytes = kept.toByteArray();
        boolean more = offset + bytes.length < written;
        int length = more ? end(bytes) : bytes.length;
        List<String> texts = new ArrayList<>();
        texts.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        if (more || offset > 0) {
            String part = "this is byte %d to %d of %d".formatted(offset, offset + length, written);
            texts.add(
                    more
                            ? part + "; for the rest call " + tool + " again with offset " + (offset + length)
                            : part + ", the end");
        }
        return texts;
    }

    private static int end(byte[] bytes) {
        for (int end = bytes.length; end > bytes.length / 2; end--) {
            if (bytes[end - 1] == '\n') {
                return end;
            }
        }
        int end = bytes.length;
        // A character has at most four bytes; those after its first one begin with the bits 10.
        while (end > bytes.length - 4 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return (bytes[end - 1] & 0xC0) == 0xC0 ? end - 1 : end;
    }
}
