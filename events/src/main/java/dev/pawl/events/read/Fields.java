package dev.pawl.events.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads typed fields of a JSON object and collects what is wrong with them. */
final class Fields {
    /** Clocks that count from the start of a machine give times near 1970. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int SHOWN = 60;
    private static final int MOST = 30;

    private final ObjectNode object;
    private final List<Violation> violations = new ArrayList<>();

    Fields(ObjectNode object) {
        this.object = object;
    }

    List<Violation> violations() {
        return violations;
    }

    void refuse(String field, String description) {
        if (violations.size() < MOST) {
            violations.add(new Violation(field, description));
        }
    }

    void allowOnly(Set<String> known) {
        object.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                refuse(shown(field.getKey()), "is not a field of events; put it into 'data'");
            }
        });
    }

    /** Absent and null are the same. */
    private @Nullable JsonNode value(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String field) {
        return value(field) != null;
    }

    @Nullable
    String text(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isTextual()) {
            refuse(field, "must be text");
            return null;
        }
        return value == null ? null : value.textValue();
    }

    @Nullable
    String text(String field, int most) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (text.isBlank() || text.length() > most) {
            refuse(field, "must have 1 to %d characters".formatted(most));
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            refuse(field, "must not contain control characters");
            return null;
        }
        return text;
    }

    @Nullable
    String word(String field, List<String> allowed) {
        String word = text(field);
        if (word != null && !allowed.contains(word)) {
            refuse(field, "'%s' is unknown; allowed: %s".formatted(shown(word), String.join(", ", allowed)));
            return null;
        }
        return word;
    }

    @Nullable
    UUID uuid(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!UUID_FORM.matcher(text).matches()) {
            refuse(field, "'%s' is not a UUID".formatted(shown(text)));
            return null;
        }
        return UUID.fromString(text);
    }

    @Nullable
    Instant time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                refuse(field, "'%s' is not between 2000 and 2100".formatted(shown(text)));
                return null;
            }
            return time;
        } catch (DateTimeParseException e) {
            String problem = naive(text) ? "has no time zone" : "is not a time";
            refuse(field, "'%s' %s; write it as 2026-01-31T12:00:00Z".formatted(shown(text), problem));
            return null;
        }
    }

    private static boolean naive(String text) {
        try {
            LocalDateTime.parse(text.replace(' ', 'T'));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Nullable
    Double percent(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 100)) {
            refuse(field, "must be a number from 0 to 100, not %s".formatted(shown(value.toString())));
            return null;
        }
        return value.doubleValue();
    }

    @Nullable
    Long count(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            refuse(field, "must be a whole number of at least 0, not %s".formatted(shown(value.toString())));
            return null;
        }
        return value.longValue();
    }

    /** @param levels of objects and arrays, its own included */
    @Nullable
    ObjectNode object(String field, int levels) {
        JsonNode value = value(field);
        if (value != null && !value.isObject()) {
            refuse(field, "must be an object");
            return null;
        }
        if (value != null && deeper(value, levels)) {
            refuse(field, "has more than %d levels".formatted(levels));
            return null;
        }
        if (value != null && !finite(value)) {
            refuse(field, "has a number beyond the range of a double");
            return null;
        }
        return (ObjectNode) value;
    }

    private static boolean deeper(JsonNode node, int levels) {
        return node.isContainerNode()
                && (levels == 0 || node.valueStream().anyMatch(child -> deeper(child, levels - 1)));
    }

    /** Clients read numbers as doubles. */
    private static boolean finite(JsonNode node) {
        return node.isContainerNode()
                ? node.valueStream().allMatch(Fields::finite)
                : !node.isNumber() || Double.isFinite(node.doubleValue());
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
