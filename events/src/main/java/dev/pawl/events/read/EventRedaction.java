package dev.pawl.events.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pawl.host.redaction.Redaction;

/** Redacts JSON: texts, values whose name says that they are secrets, and names. */
final class EventRedaction {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Redacted only if it is assigned to the name of a secret. */
    private static final String SAMPLE = "a-long-enough-value";

    private final Redaction redaction;

    EventRedaction(Redaction redaction) {
        this.redaction = redaction;
    }

    String text(String text) {
        return redaction.clean(storable(text));
    }

    /** Whether redaction would change it. */
    boolean secret(String text) {
        return !redaction.clean(text).equals(text);
    }

    JsonNode json(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode cleaned = NODES.objectNode();
                object.properties()
                        .forEach(field -> cleaned.set(text(field.getKey()), value(field.getKey(), field.getValue())));
                yield cleaned;
            }
            case ArrayNode items -> {
                ArrayNode cleaned = NODES.arrayNode(items.size());
                items.forEach(item -> cleaned.add(json(item)));
                yield cleaned;
            }
            case TextNode text -> NODES.textNode(text(text.textValue()));
            default -> node;
        };
    }

    private JsonNode value(String name, JsonNode value) {
        if (value instanceof ArrayNode items) {
            ArrayNode cleaned = NODES.arrayNode(items.size());
            items.forEach(item -> cleaned.add(value(name, item)));
            return cleaned;
        }
        if (!value.isTextual() && !value.isNumber()) {
            return json(value);
        }
        if (secret("\"" + name + "\": \"" + SAMPLE + "\"")) {
            return NODES.textNode(Redaction.MARK);
        }
        return value.isNumber() ? value : NODES.textNode(text(value.textValue()));
    }

    /** PostgreSQL stores neither NUL nor half a character. */
    private static String storable(String text) {
        StringBuilder storable = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == '\0' || Character.isSurrogate(c)) {
                storable = storable == null ? new StringBuilder(text) : storable;
                storable.setCharAt(i, '\uFFFD');
            }
        }
        return storable == null ? text : storable.toString();
    }
}
