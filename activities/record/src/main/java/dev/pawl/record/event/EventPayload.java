package dev.pawl.record.event;

import dev.pawl.host.redaction.Redaction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounds and redacts the fields of an event. */
final class EventPayload {
    static final int MAX_TEXT = 2_000;
    static final int MAX_ITEMS = 50;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");

    private final Redaction redaction;

    EventPayload(Redaction redaction) {
        this.redaction = redaction;
    }

    /**
     * Redacts and truncates texts, truncates lists, and leaves out absent values.
     *
     * @throws IllegalArgumentException for a name that is not lower snake case, or a value that is neither text,
     *     number, boolean nor a list or map of such
     */
    Map<String, Object> of(Map<String, ? extends @Nullable Object> fields) {
        Map<String, Object> small = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("event field '" + name + "' is not lower snake case");
            }
            if (value != null) {
                small.put(name, value(value));
            }
        });
        return small;
    }

    private Object value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Number number -> number;
            case Boolean truth -> truth;
            case Collection<?> items -> items(items);
            case Map<?, ?> fields -> fields(fields);
            default ->
                throw new IllegalArgumentException("an event holds texts, numbers and booleans, not a "
                        + value.getClass().getSimpleName());
        };
    }

    private List<Object> items(Collection<?> items) {
        return items.stream().limit(MAX_ITEMS).<Object>map(this::value).toList();
    }

    private Map<String, Object> fields(Map<?, ?> fields) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(String.valueOf(name), value));
        return of(named);
    }

    private String text(String text) {
        String cleaned = redaction.clean(text);
        return cleaned.length() <= MAX_TEXT ? cleaned : cleaned.substring(0, MAX_TEXT - 1) + "…";
    }
}
