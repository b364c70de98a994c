package dev.pawl.task.judge.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Converts a server's answer into Spring AI's types. */
final class Answers {
    private Answers() {}

    /** @param ending why the model stopped, in the server's words */
    static ChatResponse of(String text, JsonNode ending, DefaultUsage usage) {
        ChatGenerationMetadata metadata =
                ChatGenerationMetadata.builder().finishReason(ending.asText("")).build();
        return new ChatResponse(
                List.of(new Generation(new AssistantMessage(text), metadata)),
                ChatResponseMetadata.builder().usage(usage).build());
    }

    /** @param input tokens that were neither read from nor written to a cache */
    static DefaultUsage usage(JsonNode input, JsonNode output, JsonNode cacheRead, JsonNode cacheWrite) {
        return usage(count(input), count(output), count(cacheRead), count(cacheWrite));
    }

    static DefaultUsage usage(int input, int output, int cacheRead, int cacheWrite) {
        return new DefaultUsage(input, output, input + output, null, (long) cacheRead, (long) cacheWrite);
    }

    /** Zero if the server does not report it. */
    static int count(JsonNode tokens) {
        return Math.max(0, tokens.asInt(0));
    }
}
