package dev.pawl.cli.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream, without their ends. A line that is too long is skipped. */
final class BoundedLines {
    private static final int BUFFER = 64 * 1024;

    /** What is read. */
    sealed interface Line {
        /** A line; UTF-8, as far as it is text. */
        final class Complete implements Line {
            private final byte[] bytes;

            private Complete(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }

            /** Whether it has nothing but white space. */
            boolean blank() {
                for (byte each : bytes) {
                    if (each != ' ' && each != '\t' && each != '\r') {
                        return false;
                    }
                }
                return true;
            }
        }

        /** A line that was skipped. */
        record TooLong() implements Line {}
    }

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    /** @param longest bytes of a line */
    BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Empty at the end of the stream. A last line without an end counts. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong = tooLong || line.size() + end - from > longest;
            if (tooLong) {
                line.reset();
            } else {
                line.write(buffer, from, end - from);
            }
            boolean complete = end < to;
            from = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        if (!any) {
            return Optional.empty();
        }
        return Optional.of(tooLong ? new Line.TooLong() : new Line.Complete(line.toByteArray()));
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
        }
        return from < to;
    }
}
