package dev.pawl.agent;

/**
 * One use of a tool by an agent.
 *
 * @param tool as the agent names it
 * @param what its object, one line of at most 500 characters; empty if the agent did not report it
 */
public record ToolCall(String tool, String what, Outcome outcome) {
    /** The outcome as reported to the agent. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        DENIED,
        /** It is not finished, or the run ended before. */
        UNKNOWN
    }
}
