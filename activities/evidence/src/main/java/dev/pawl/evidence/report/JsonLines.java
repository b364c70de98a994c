package dev.pawl.evidence.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a runner's output that are JSON objects; other lines are skipped. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /** @param mark text that each of them contains */
    static Stream<JsonNode> with(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("{") && line.contains(mark))
                .map(JsonLines::parsed)
                .filter(JsonNode::isObject);
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
