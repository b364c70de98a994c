package dev.pawl.activities.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One answer of the model in the Messages API's shapes: a text, or a tool to use. */
record Turn(ObjectNode block, JsonNode delta, String stopReason) {
    static final int INPUT_TOKENS = 1000;
    static final int OUTPUT_TOKENS = 50;
    static final int CACHE_READ_TOKENS = 300;
    static final int CACHE_WRITE_TOKENS = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    static Turn text(String text) {
        ObjectNode block = JSON.createObjectNode().put("type", "text").put("text", "");
        return new Turn(block, JSON.createObjectNode().put("type", "text_delta").put("text", text), "end_turn");
    }

    static Turn tool(String id, String name, ObjectNode input) {
        ObjectNode block = JSON.createObjectNode()
                .put("type", "tool_use")
                .put("id", id)
                .put("name", name)
                .set("input", JSON.createObjectNode());
        ObjectNode delta =
                JSON.createObjectNode().put("type", "input_json_delta").put("partial_json", input.toString());
        return new Turn(block, delta, "tool_use");
    }

    /** The server-sent events of this answer. */
    String events(String messageId, String model) {
        List<ObjectNode> events = new ArrayList<>();
        events.add(event("message_start").set("message", message(messageId, model)));
        events.add(event("content_block_start").put("index", 0).set("content_block", block));
        events.add(event("content_block_delta").put("index", 0).set("delta", delta));
        events.add(event("content_block_stop").put("index", 0));
        ObjectNode end = event("message_delta");
        end.putObject("delta").put("stop_reason", stopReason).putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", OUTPUT_TOKENS);
        events.add(end);
        events.add(event("message_stop"));
        StringBuilder text = new StringBuilder();
        for (ObjectNode event : events) {
            text.append("event: ").append(event.path("type").asText()).append('\n');
            text.append("data: ").append(event).append("\n\n");
        }
        return text.toString();
    }

    private static ObjectNode event(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ObjectNode message(String id, String model) {
        ObjectNode message = JSON.createObjectNode()
                .put("id", id)
                .put("type", "message")
                .put("role", "assistant")
                .put("model", model);
        message.putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", INPUT_TOKENS)
                .put("cache_creation_input_tokens", CACHE_WRITE_TOKENS)
                .put("cache_read_input_tokens", CACHE_READ_TOKENS)
                .put("output_tokens", 1);
        return message;
    }
}
