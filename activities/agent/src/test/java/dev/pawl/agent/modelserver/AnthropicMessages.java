package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The Messages API. */
final class AnthropicMessages implements Wire {
    @Override
    public boolean speaks(String path) {
        return path.endsWith("/messages");
    }

    @Override
    public List<String> tools(JsonNode request) {
        return request.path("tools").findValuesAsText("name");
    }

    @Override
    public boolean answered(JsonNode request) {
        return request.path("messages").findValuesAsText("type").contains("tool_result");
    }

    @Override
    public ObjectNode error(Script.Fail fail) {
        ObjectNode body = JSON.createObjectNode().put("type", "error");
        body.putObject("error").put("type", fail.type()).put("message", fail.message());
        return body;
    }

    @Override
    public String events(String id, String model, Reply reply) {
        ObjectNode end = event("message_delta");
        end.putObject("delta").put("stop_reason", stopReason(reply)).putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", Tokens.OUTPUT);
        return Wire.named(event("message_start").set("message", message("msg_" + id, model)))
                + Wire.named(event("content_block_start").put("index", 0).set("content_block", block(id, reply)))
                + Wire.named(event("content_block_delta").put("index", 0).set("delta", delta(reply)))
                + Wire.named(event("content_block_stop").put("index", 0))
                + Wire.named(end)
                + Wire.named(event("message_stop"));
    }

    private static String stopReason(Reply reply) {
        return reply instanceof Reply.Text ? "end_turn" : "tool_use";
    }

    private static ObjectNode block(String id, Reply reply) {
        ObjectNode block = JSON.createObjectNode();
        return switch (reply) {
            case Reply.Text text -> block.put("type", "text").put("text", "");
            case Reply.Tool tool ->
                block.put("type", "tool_use")
                        .put("id", "toolu_" + id)
                        .put("name", tool.name())
                        .set("input", JSON.createObjectNode());
        };
    }

    private static ObjectNode delta(Reply reply) {
        ObjectNode delta = JSON.createObjectNode();
        return switch (reply) {
            case Reply.Text text -> delta.put("type", "text_delta").put("text", text.text());
            case Reply.Tool tool ->
                delta.put("type", "input_json_delta")
                        .put("partial_json", tool.arguments().toString());
        };
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
                .put("input_tokens", Tokens.INPUT)
                .put("cache_creation_input_tokens", Tokens.CACHE_WRITE)
                .put("cache_read_input_tokens", Tokens.CACHE_READ)
                .put("output_tokens", 1);
        return message;
    }
}
