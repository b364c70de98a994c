package dev.pawl.record.event;

import dev.pawl.db.column.Sha256;
import java.nio.charset.StandardCharsets;

/** Ids of events, from what they describe: {@code decision_made/7}, {@code session_opened/<uuid>}. */
public final class EventIds {
    /** With the type and a digest, within the 300 characters of the database. */
    private static final int MAX_KEY = 200;

    private EventIds() {}

    /**
     * @param key the identity within the type; a long name, as a project may choose, is truncated and completed by its
     *     digest
     */
    public static String of(EventType type, String key) {
        return type.wire() + "/" + (key.length() <= MAX_KEY ? key : cut(key));
    }

    private static String cut(String key) {
        return key.substring(0, MAX_KEY - 1) + "…" + Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
