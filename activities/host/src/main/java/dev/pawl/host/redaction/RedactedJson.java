package dev.pawl.host.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/** Values as JSON with redacted texts. Only texts change, so the JSON reads back as the same type. */
public final class RedactedJson {
    private final ObjectMapper mapper;
    private final Redaction redaction;

    public RedactedJson(ObjectMapper mapper, Redaction redaction) {
        this.mapper = mapper;
        this.redaction = redaction;
    }

    /** For output of programs and agents: see {@link Redaction#clean}. */
    public String of(Object value) {
        return write(value, redaction::clean);
    }

    /** For requests of people: see {@link Redaction#cleanKeys}. */
    public String ofRequest(Object value) {
        return write(value, redaction::cleanKeys);
    }

    /** Reads the output of the methods above. */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private String write(Object value, UnaryOperator<String> clean) {
        try {
            return mapper.writeValueAsString(cleaned(mapper.valueToTree(value), clean));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }

    private static JsonNode cleaned(JsonNode node, UnaryOperator<String> clean) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(clean.apply(text.textValue()));
            case ArrayNode items -> {
                for (int i = 0; i < items.size(); i++) {
                    items.set(i, cleaned(items.get(i), clean));
                }
                yield items;
            }
            case ObjectNode fields -> {
                fields.properties().forEach(field -> field.setValue(cleaned(field.getValue(), clean)));
                yield fields;
            }
            default -> node;
        };
    }
}
