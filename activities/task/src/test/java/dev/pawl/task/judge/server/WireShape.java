package dev.pawl.task.judge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.workflows.model.request.JudgeProvider;

/** The requests and answers of each kind of server, according to their documentation. */
public enum WireShape {
    OPENAI(
            JudgeProvider.OPENAI,
            "/v1",
            "/v1/chat/completions",
            "authorization",
            "Bearer ",
            "/response_format/json_schema/schema") {
        @Override
        String answer(String text) {
            ObjectNode answer = JSON.createObjectNode().put("object", "chat.completion");
            ObjectNode choice = answer.putArray("choices").addObject().put("finish_reason", "stop");
            choice.putObject("message").put("role", "assistant").put("content", text);
            answer.putObject("usage")
                    .put("prompt_tokens", 110)
                    .put("completion_tokens", 7)
                    .putObject("prompt_tokens_details")
                    .put("cached_tokens", 10);
            return answer.toString();
        }
    },
    ANTHROPIC(JudgeProvider.ANTHROPIC, "", "/v1/messages", "x-api-key", "", "/output_config/format/schema") {
        @Override
        String answer(String text) {
            ObjectNode answer = JSON.createObjectNode().put("type", "message").put("stop_reason", "end_turn");
            answer.putArray("content").addObject().put("type", "text").put("text", text);
            answer.putObject("usage")
                    .put("input_tokens", 100)
                    .put("output_tokens", 7)
                    .put("cache_read_input_tokens", 10);
            return answer.toString();
        }
    },
    OLLAMA(JudgeProvider.OLLAMA, "", "/api/chat", "authorization", "Bearer ", "/format") {
        @Override
        String answer(String text) {
            ObjectNode answer = JSON.createObjectNode()
                    .put("done", true)
                    .put("done_reason", "stop")
                    .put("prompt_eval_count", 100)
                    .put("eval_count", 7);
            answer.putObject("message").put("role", "assistant").put("content", text);
            return answer.toString();
        }
    };

    static final ObjectMapper JSON = new ObjectMapper();

    private final JudgeProvider provider;
    private final String base;
    private final String path;
    private final String keyHeader;
    private final String keyPrefix;
    private final String schemaAt;

    WireShape(JudgeProvider provider, String base, String path, String keyHeader, String keyPrefix, String schemaAt) {
        this.provider = provider;
        this.base = base;
        this.path = path;
        this.keyHeader = keyHeader;
        this.keyPrefix = keyPrefix;
        this.schemaAt = schemaAt;
    }

    /** The body of an answer with this text: 100 tokens in (10 more from a cache if there is one), 7 out. */
    abstract String answer(String text);

    public JudgeProvider provider() {
        return provider;
    }

    /** The URL that a worker is configured with. */
    public String base() {
        return base;
    }

    public String path() {
        return path;
    }

    public String keyHeader() {
        return keyHeader;
    }

    public String keyPrefix() {
        return keyPrefix;
    }

    public JsonNode schema(JsonNode request) {
        return request.at(schemaAt);
    }
}
