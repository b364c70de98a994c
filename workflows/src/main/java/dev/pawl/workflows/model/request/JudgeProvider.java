package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** The protocol of a model server: OpenAI's, which many servers speak, Anthropic's or Ollama's. */
public enum JudgeProvider {
    OPENAI,
    ANTHROPIC,
    OLLAMA;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static JudgeProvider of(String wire) {
        return Wire.parse(JudgeProvider.class, wire);
    }
}
