package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The Responses API. */
final class OpenAiResponses implements Wire {
    @Override
    public boolean speaks(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public List<String> tools(JsonNode request) {
        List<String> names = new ArrayList<>();
        request.path("tools").forEach(tool -> names.add(tool.path("name").asText("")));
        return names;
    }

    @Override
    public boolean answered(JsonNode request) {
        return request.path("input").findValuesAsText("type").stream().anyMatch(type -> type.endsWith("_output"));
    }

    @Override
    public ObjectNode error(Script.Fail fail) {
        return openAiError(fail);
    }

    static ObjectNode openAiError(Script.Fail fail) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", fail.message()).put("type", fail.type());
        return body;
    }

    @Override
    public String events(String id, String model, Reply reply) {
        ObjectNode item = item(id, reply);
        ObjectNode completed = response("resp_" + id, model, "completed");
        completed.putArray("output").add(item);
        ObjectNode usage = completed.putObject("usage");
        usage.put("input_tokens", Tokens.WHOLE_INPUT);
        usage.putObject("input_tokens_details").put("cached_tokens", Tokens.CACHE_READ);
        usage.put("output_tokens", Tokens.OUTPUT);
        usage.putObject("output_tokens_details").put("reasoning_tokens", Tokens.REASONING);
        usage.put("total_tokens", Tokens.WHOLE_INPUT + Tokens.OUTPUT);
        return Wire.named(event("response.created").set("response", response("resp_" + id, model, "in_progress")))
                + Wire.named(event("response.output_item.added")
                        .put("output_index", 0)
                        .set("item", item))
                + Wire.named(event("response.output_item.done")
                        .put("output_index", 0)
                        .set("item", item))
                + Wire.named(event("response.completed").set("response", completed));
    }

    private static ObjectNode item(String id, Reply reply) {
        ObjectNode item = JSON.createObjectNode().put("status", "completed");
        switch (reply) {
            case Reply.Text text -> {
                item.put("type", "message").put("id", "msg_" + id).put("role", "assistant");
                item.putArray("content")
                        .addObject()
                        .put("type", "output_text")
                        .put("text", text.text())
                        .putArray("annotations");
            }
            case Reply.Tool tool ->
                item.put("type", "function_call")
                        .put("id", "fc_" + id)
                        .put("call_id", "call_" + id)
                        .put("name", tool.name())
                        .put("arguments", tool.arguments().toString());
        }
        return item;
    }

    private static ObjectNode event(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ObjectNode response(String id, String model, String status) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("object", "response")
                .put("created_at", 1_700_000_000)
                .put("model", model)
                .put("status", status);
    }
}
