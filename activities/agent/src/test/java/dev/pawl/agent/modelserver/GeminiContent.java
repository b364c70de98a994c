package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Google's streamGenerateContent. */
final class GeminiContent implements Wire {
    @Override
    public boolean speaks(String path) {
        return path.endsWith(":streamGenerateContent") || path.endsWith(":generateContent");
    }

    @Override
    public List<String> tools(JsonNode request) {
        return StreamSupport.stream(request.path("tools").spliterator(), false)
                .flatMap(tool ->
                        StreamSupport.stream(tool.path("functionDeclarations").spliterator(), false))
                .map(function -> function.path("name").asText(""))
                .toList();
    }

    @Override
    public boolean answered(JsonNode request) {
        return !request.path("contents").findValues("functionResponse").isEmpty();
    }

    @Override
    public ObjectNode error(Script.Fail fail) {
        String status = switch (fail.status()) {
            case 401 -> "UNAUTHENTICATED";
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500 -> "INTERNAL";
            default -> "UNAVAILABLE";
        };
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("code", fail.status())
                .put("message", fail.message())
                .put("status", status);
        return body;
    }

    @Override
    public String events(String id, String model, Reply reply) {
        ObjectNode answer = JSON.createObjectNode().put("modelVersion", model).put("responseId", id);
        ObjectNode candidate =
                answer.putArray("candidates").addObject().put("index", 0).put("finishReason", "STOP");
        ObjectNode part = candidate
                .putObject("content")
                .put("role", "model")
                .putArray("parts")
                .addObject();
        switch (reply) {
            case Reply.Text text -> part.put("text", text.text());
            case Reply.Tool tool ->
                part.putObject("functionCall").put("name", tool.name()).set("args", tool.arguments());
        }
        answer.putObject("usageMetadata")
                .put("promptTokenCount", Tokens.WHOLE_INPUT)
                .put("candidatesTokenCount", Tokens.OUTPUT)
                .put("cachedContentTokenCount", Tokens.CACHE_READ)
                .put("thoughtsTokenCount", Tokens.REASONING)
                .put("totalTokenCount", Tokens.WHOLE_INPUT + Tokens.OUTPUT + Tokens.REASONING);
        return Wire.data(answer);
    }
}
