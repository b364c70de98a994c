package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chat completions, as most servers speak them. */
final class OpenAiChat implements Wire {
    @Override
    public boolean speaks(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public List<String> tools(JsonNode request) {
        return request.path("tools").findValues("function").stream()
                .map(function -> function.path("name").asText(""))
                .toList();
    }

    @Override
    public boolean answered(JsonNode request) {
        return request.path("messages").findValuesAsText("role").contains("tool");
    }

    @Override
    public ObjectNode error(Script.Fail fail) {
        return OpenAiResponses.openAiError(fail);
    }

    @Override
    public String events(String id, String model, Reply reply) {
        ObjectNode usage = chunk(id, model);
        usage.putArray("choices");
        ObjectNode tokens = usage.putObject("usage");
        tokens.put("prompt_tokens", Tokens.WHOLE_INPUT);
        tokens.put("completion_tokens", Tokens.OUTPUT);
        tokens.put("total_tokens", Tokens.WHOLE_INPUT + Tokens.OUTPUT);
        tokens.putObject("prompt_tokens_details").put("cached_tokens", Tokens.CACHE_READ);
        tokens.putObject("completion_tokens_details").put("reasoning_tokens", Tokens.REASONING);
        String finish = reply instanceof Reply.Text ? "stop" : "tool_calls";
        return Wire.data(choice(id, model, delta(id, reply), null))
                + Wire.data(choice(id, model, JSON.createObjectNode(), finish))
                + Wire.data(usage)
                + "data: [DONE]\n\n";
    }

    private static ObjectNode delta(String id, Reply reply) {
        ObjectNode delta = JSON.createObjectNode().put("role", "assistant");
        switch (reply) {
            case Reply.Text text -> delta.put("content", text.text());
            case Reply.Tool tool -> {
                ObjectNode call =
                        delta.putNull("content").putArray("tool_calls").addObject();
                call.put("index", 0).put("id", "call_" + id).put("type", "function");
                call.putObject("function")
                        .put("name", tool.name())
                        .put("arguments", tool.arguments().toString());
            }
        }
        return delta;
    }

    private static ObjectNode choice(String id, String model, ObjectNode delta, @Nullable String finish) {
        ObjectNode chunk = chunk(id, model);
        chunk.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", finish)
                .set("delta", delta);
        return chunk;
    }

    private static ObjectNode chunk(String id, String model) {
        return JSON.createObjectNode()
                .put("id", "chatcmpl-" + id)
                .put("object", "chat.completion.chunk")
                .put("created", 1_700_000_000)
                .put("model", model);
    }
}
