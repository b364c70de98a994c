package dev.pawl.evidence.check;

import dev.pawl.host.output.OutputSink;
import dev.pawl.host.output.OutputTail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output and error in the order of arrival; the middle is dropped if there is too much. */
final class BoundedOutput implements OutputSink {
    private static final int HEAD = 1 << 20;
    private static final int TAIL = 3 << 20;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final OutputTail tail = new OutputTail(TAIL);
    private long written;

    @Override
    public void stdout(byte[] chunk, int length) {
        write(chunk, length);
    }

    @Override
    public void stderr(byte[] chunk, int length) {
        write(chunk, length);
    }

    private synchronized void write(byte[] chunk, int length) {
        int first = Math.min(length, HEAD - head.size());
        head.write(chunk, 0, first);
        if (first < length) {
            byte[] rest = new byte[length - first];
            System.arraycopy(chunk, first, rest, 0, rest.length);
            tail.write(rest, rest.length);
        }
        written += length;
    }

    synchronized String text() {
        String first = head.toString(StandardCharsets.UTF_8);
        long dropped = written - head.size() - TAIL;
        if (dropped <= 0) {
            return first + tail.text();
        }
        return "%s%n[pawl: %d bytes left out]%n%s".formatted(first, dropped, tail.text());
    }
}
