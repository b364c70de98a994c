package dev.pawl.record.event;

import dev.pawl.db.column.Sha256;
import java.nio.charset.StandardCharsets;

/** Names events by what they tell of: {@code decision_made/7}, {@code session_opened/<uuid>}. */
public final class EventIds {
    /** With the type and a digest, within the 300 characters of the database. */
    private static final int MAX_KEY = 200;

    private EventIds() {}

    /** @param key the identity within the type; a name that a project chose may be long, and is cut and told by its digest */
    public static String of(EventType type, String key) {
        return type.wire() + "/" + (key.length() <= MAX_KEY ? key : cut(key));
    }

    private static String cut(String key) {
        return key.substring(0, MAX_KEY - 1) + "…" + Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
