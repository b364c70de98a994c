package dev.pawl.task.judge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * Anthropic's messages: {@code POST /v1/messages} with a JSON schema as output format. No temperature is sent, since
 * some of its models refuse one.
 */
final class AnthropicModel implements ChatModel {
    private static final String VERSION = "2023-06-01";

    /** Required by the server. A verdict is far shorter, but what a model thinks before it may be long. */
    private static final int MAX_TOKENS = 8192;

    private final ServerAddress server;
    private final JsonPost post;

    AnthropicModel(ServerAddress server, JsonPost post) {
        this.server = server;
        this.post = post;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        Request request = Request.of(prompt);
        ObjectNode body = post.json()
                .createObjectNode()
                .put("model", request.model())
                .put("max_tokens", MAX_TOKENS)
                .put("system", request.system());
        body.set("messages", request.conversation(post.json()));
        body.putObject("output_config")
                .putObject("format")
                .put("type", "json_schema")
                .set("schema", request.schema(post.json()));
        Map<String, String> headers = new HashMap<>(Map.of("anthropic-version", VERSION));
        if (server.key() != null) {
            headers.put("x-api-key", server.key().reveal());
        }
        JsonNode answer = post.send(server.at("/v1/messages"), headers, body);
        JsonNode usage = answer.path("usage");
        return Answers.of(
                text(answer.path("content")),
                answer.path("stop_reason"),
                Answers.usage(
                        usage.path("input_tokens"),
                        usage.path("output_tokens"),
                        usage.path("cache_read_input_tokens"),
                        usage.path("cache_creation_input_tokens")));
    }

    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder();
        for (JsonNode block : content) {
            if (block.path("type").asText("").equals("text")) {
                text.append(block.path("text").asText(""));
            }
        }
        return text.toString();
    }
}
