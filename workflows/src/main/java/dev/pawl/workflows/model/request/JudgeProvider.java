package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** The protocol a model server speaks: OpenAI's, which many servers have, Anthropic's or Ollama's. */
public enum JudgeProvider {
    OPENAI,
    ANTHROPIC,
    OLLAMA;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static JudgeProvider of(String wire) {
        return Wire.parse(JudgeProvider.class, wire);
    }
}
