package dev.pawl.task.judge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * OpenAI's chat completions, which many servers offer: {@code POST /chat/completions} with a strict JSON schema. No
 * temperature is sent, since some of its models refuse one.
 */
final class OpenAiModel implements ChatModel {
    private final ServerAddress server;
    private final JsonPost post;

    OpenAiModel(ServerAddress server, JsonPost post) {
        this.server = server;
        this.post = post;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        Request request = Request.of(prompt);
        ObjectNode body = post.json().createObjectNode().put("model", request.model());
        body.set("messages", request.messages(post.json()));
        body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", "verdict")
                .put("strict", true)
                .set("schema", request.schema(post.json()));
        Map<String, String> headers = server.key() == null
                ? Map.of()
                : Map.of("authorization", "Bearer " + server.key().reveal());
        JsonNode answer = post.send(server.at("/chat/completions"), headers, body);
        JsonNode choice = answer.path("choices").path(0);
        return Answers.of(choice.at("/message/content").asText(""), choice.path("finish_reason"), usage(answer));
    }

    /** Its prompt tokens include those of the cache. */
    private static DefaultUsage usage(JsonNode answer) {
        JsonNode usage = answer.path("usage");
        int cached = Answers.count(usage.at("/prompt_tokens_details/cached_tokens"));
        int prompt = Answers.count(usage.path("prompt_tokens"));
        return Answers.usage(Math.max(0, prompt - cached), Answers.count(usage.path("completion_tokens")), cached, 0);
    }
}
