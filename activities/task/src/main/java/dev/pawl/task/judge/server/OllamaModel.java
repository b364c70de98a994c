package dev.pawl.task.judge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** Ollama's chat: {@code POST /api/chat} with a JSON schema as format. With temperature 0 it repeats its answers. */
final class OllamaModel implements ChatModel {
    private final ServerAddress server;
    private final JsonPost post;

    OllamaModel(ServerAddress server, JsonPost post) {
        this.server = server;
        this.post = post;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        Request request = Request.of(prompt);
        Double temperature = request.temperature();
        ObjectNode body =
                post.json().createObjectNode().put("model", request.model()).put("stream", false);
        body.set("messages", request.messages(post.json()));
        body.set("format", request.schema(post.json()));
        body.putObject("options").put("temperature", temperature == null ? 0 : temperature);
        // A proxy in front of it may require a key.
        Map<String, String> headers = server.key() == null
                ? Map.of()
                : Map.of("authorization", "Bearer " + server.key().reveal());
        JsonNode answer = post.send(server.at("/api/chat"), headers, body);
        return Answers.of(
                answer.at("/message/content").asText(""),
                answer.path("done_reason"),
                Answers.usage(
                        answer.path("prompt_eval_count"),
                        answer.path("eval_count"),
                        MissingNode.getInstance(),
                        MissingNode.getInstance()));
    }
}
