package dev.pawl.host.output;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The last bytes of an output. Safe for two threads. */
public final class OutputTail {
    private final byte[] ring;
    private long written;

    /** @param size in bytes */
    public OutputTail(int size) {
        this.ring = new byte[size];
    }

    public synchronized void write(byte[] chunk, int length) {
        for (int i = Math.max(0, length - ring.length); i < length; i++) {
            ring[(int) ((written + i) % ring.length)] = chunk[i];
        }
        written += length;
    }

    /** Bytes that are not UTF-8 become the replacement character. */
    public synchronized String text() {
        int length = (int) Math.min(written, ring.length);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((written - length + i) % ring.length)];
        }
        return new String(last, UTF_8);
    }
}
