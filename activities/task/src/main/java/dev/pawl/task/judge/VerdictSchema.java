package dev.pawl.task.judge;

/**
 * The JSON schema of a {@link Verdict}, in the part of the language that all servers take: no bounds of numbers, every
 * property required, nothing beside them.
 */
final class VerdictSchema {
    static final String JSON = """
            {
              "type": "object",
              "properties": {
                "nonce": {"type": "string", "description": "the one of the question, as it stands there"},
                "score": {"type": "number", "description": "0 (meets nothing) to 1 (meets all)"},
                "issues": {"type": "array", "items": {"type": "string"}, "description": "what to mend"},
                "question": {
                  "anyOf": [{"type": "string"}, {"type": "null"}],
                  "description": "one question that only a person can answer, or null"
                }
              },
              "required": ["nonce", "score", "issues", "question"],
              "additionalProperties": false
            }
            """;

    private VerdictSchema() {}
}
