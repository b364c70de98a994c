package dev.pawl.record.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of an event besides its type, in insertion order. */
public final class EventFields {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * @param name lower snake case
     * @param value a text, number, boolean, or a list or map of such; an absent one is left out
     */
    public EventFields put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
