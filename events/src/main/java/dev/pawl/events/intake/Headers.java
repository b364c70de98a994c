package dev.pawl.events.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Headers of a record as a JSON array: names may repeat, and values are any bytes. */
public final class Headers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Headers() {}

    static String write(List<Incoming.Header> headers) {
        ArrayNode array = JSON.createArrayNode();
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        return array.toString();
    }

    /** Reads what was stored. */
    public static List<Incoming.Header> read(String json) {
        try {
            List<Incoming.Header> headers = new ArrayList<>();
            for (JsonNode header : JSON.readTree(json)) {
                JsonNode value = header.get("value");
                headers.add(new Incoming.Header(header.get("name").asText(), value.isNull() ? null : bytes(value)));
            }
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the headers of a dead letter: " + e.getOriginalMessage(), e);
        }
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return value.binaryValue();
        } catch (IOException e) {
            throw new IllegalArgumentException("not the value of a header", e);
        }
    }
}
