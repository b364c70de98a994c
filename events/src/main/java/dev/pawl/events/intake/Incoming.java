package dev.pawl.events.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that came in, as bytes nobody checked yet.
 *
 * @param source how it came in: kafka or spool
 * @param topic its topic, or the file of a spool
 * @param position its offset in the partition, or its line in the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Incoming(
        String source,
        String topic,
        int partition,
        long position,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {
    public Incoming {
        headers = List.copyOf(headers);
    }

    /** A header of a record. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Header(String name, byte @Nullable [] value) {}

    /** A line of a spooled file. */
    public static Incoming line(String file, long number, byte[] line) {
        return new Incoming("spool", file, 0, number, null, line, List.of());
    }
}
