package dev.pawl.agent;

/**
 * One use of a tool by an agent.
 *
 * @param tool as the agent names it
 * @param what it was used on, one line of at most 500 characters; empty when the agent did not tell
 */
public record ToolCall(String tool, String what, Outcome outcome) {
    /** What the agent heard of it. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        DENIED,
        /** It is not over, or the run ended before. */
        UNKNOWN
    }
}
