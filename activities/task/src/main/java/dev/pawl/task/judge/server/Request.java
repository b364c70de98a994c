package dev.pawl.task.judge.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;

/** A request for a typed answer, in the forms that servers need. */
record Request(Prompt prompt, StructuredOutputChatOptions options) {
    /** @throws IllegalArgumentException if the prompt names no model or no schema */
    static Request of(Prompt prompt) {
        if (prompt.getOptions() instanceof StructuredOutputChatOptions options
                && options.getModel() != null
                && options.getOutputSchema() != null) {
            return new Request(prompt, options);
        }
        throw new IllegalArgumentException("a typed answer needs a model and a schema");
    }

    String model() {
        return Objects.requireNonNull(options.getModel(), "checked before");
    }

    @Nullable
    Double temperature() {
        return options.getTemperature();
    }

    JsonNode schema(ObjectMapper json) {
        try {
            return json.readTree(options.getOutputSchema());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON", e);
        }
    }

    /** System and user messages, oldest first, as {@code {role, content}}. */
    ArrayNode messages(ObjectMapper json) {
        ArrayNode messages = json.createArrayNode();
        for (Message message : prompt.getInstructions()) {
            add(messages, message);
        }
        return messages;
    }

    /** Without system messages. */
    ArrayNode conversation(ObjectMapper json) {
        ArrayNode messages = json.createArrayNode();
        for (Message message : prompt.getInstructions()) {
            if (message.getMessageType() != MessageType.SYSTEM) {
                add(messages, message);
            }
        }
        return messages;
    }

    String system() {
        return String.join(
                "\n", prompt.getSystemMessages().stream().map(Message::getText).toList());
    }

    private static void add(ArrayNode messages, Message message) {
        messages.addObject().put("role", message.getMessageType().getValue()).put("content", message.getText());
    }
}
