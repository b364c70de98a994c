package dev.pawl.task.judge;

/**
 * The JSON schema of a {@link Verdict}, in the subset that all servers accept: no bounds of numbers, all properties
 * required, no others allowed.
 */
final class VerdictSchema {
    static final String JSON = """
            {
              "type": "object",
              "properties": {
                "nonce": {"type": "string", "description": "the nonce of the question, unchanged"},
                "score": {"type": "number", "description": "0 (meets nothing) to 1 (meets everything)"},
                "issues": {"type": "array", "items": {"type": "string"}, "description": "what to fix"},
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
