package dev.pawl.activities.agent;

import static dev.pawl.activities.agent.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What came of the tools an agent used. */
final class ToolUses {
    private final Map<String, Integer> failedAt = new HashMap<>();
    private int count;
    private int lastSuccess = -1;

    /** @param content of a message to the model */
    void results(JsonNode content) {
        for (JsonNode block : content) {
            String id = text(block, "tool_use_id");
            if (id != null) {
                result(id, block.path("is_error").asBoolean(false));
            }
        }
    }

    private void result(String id, boolean failed) {
        if (failed) {
            failedAt.put(id, count);
        } else {
            lastSuccess = count;
        }
        count++;
    }

    /** A denial mattered when no tool worked after it: an agent that found another way was not stopped by it. */
    boolean endedDenied(Collection<String> denied) {
        return denied.stream().anyMatch(id -> failedAt.getOrDefault(id, Integer.MAX_VALUE) > lastSuccess);
    }

    /** Such as {@code Write src/a.py}. */
    static String describe(JsonNode use) {
        JsonNode input = use.path("input");
        String what = Stream.of("file_path", "command", "pattern", "url", "description")
                .map(name -> input.path(name).asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        return (use.path("name").asText("tool") + " " + what).strip();
    }
}
