package dev.pawl.acceptance.histories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pawl.workflows.codec.ClaimStore;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.ContentRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Prepares a history for version control: replaces names of the machine, also inside payloads, and inlines referenced
 * content, so that replay needs no content store.
 */
final class Neutral {
    private static final ObjectMapper JSON = PawlDataConverter.mapper();
    private static final String CLAIM = encoded("json/claim");
    private static final String PLAIN = encoded("json/plain");
    private static final Pattern PROCESS = Pattern.compile("\\d+@[\\w.-]+");
    private static final Pattern STICKY = Pattern.compile("worker@host:[0-9a-f-]{36}");

    private final ClaimStore claims;
    private final Map<String, String> names;

    /** @param names to replace, longest first if one contains another */
    Neutral(ClaimStore claims, Map<String, String> names) {
        this.claims = claims;
        this.names = names;
    }

    String of(String history) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(clean(JSON.readTree(history))) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a history is no JSON", e);
        }
    }

    private JsonNode clean(JsonNode node) throws JsonProcessingException {
        if (node.isTextual()) {
            return TextNode.valueOf(renamed(node.asText()));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, clean(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            if (object.path("metadata").has("encoding")) {
                payload(object);
            } else {
                List<String> fields = new ArrayList<>();
                object.fieldNames().forEachRemaining(fields::add);
                for (String field : fields) {
                    object.set(field, clean(object.get(field)));
                }
            }
        }
        return node;
    }

    private void payload(ObjectNode payload) throws JsonProcessingException {
        ObjectNode metadata = (ObjectNode) payload.get("metadata");
        byte[] data = Base64.getDecoder().decode(payload.path("data").asText());
        if (metadata.path("encoding").asText().equals(CLAIM)) {
            ContentRef ref = JSON.treeToValue(
                    JSON.readTree(new String(data, StandardCharsets.UTF_8)).get("content"), ContentRef.class);
            data = claims.get(ref);
            metadata.put("encoding", PLAIN);
        }
        String text = renamed(new String(data, StandardCharsets.UTF_8));
        if (payload.has("data")) {
            payload.put("data", encoded(text));
        }
    }

    private String renamed(String text) {
        String renamed = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return STICKY.matcher(PROCESS.matcher(renamed).replaceAll("worker@host"))
                .replaceAll("worker")
                .replace("worker@host", "worker");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
