package dev.pawl.agent.output;

import dev.pawl.agent.ToolCall;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the output of one run of an agent, line by line. Never fails on a line, whatever it contains. Lines come
 * one at a time; another thread calls {@link #done} and {@link #mustStop}.
 */
public interface AgentOutput {
    /** @return whether the line belongs in the transcript */
    boolean line(String line);

    /** A line of its standard error; never concurrent with another line. */
    default void remark(String line) {}

    /** The agent's output is complete. */
    boolean done();

    /**
     * The run has to be ended: for a limit that the agent does not enforce itself, or because it retries without
     * success.
     */
    default boolean mustStop() {
        return false;
    }

    /**
     * What the agent reports to be waiting for, such as a command it runs: silence is then expected. Absent if it waits
     * only for its model. Called by another thread than the lines. Not redacted.
     */
    default @Nullable String pending() {
        return null;
    }

    /** How the run ended, according to its whole output. */
    AgentVerdict verdict(RunEnd end);

    Usage usage();

    /** The usage per model; empty if {@link #model} used all of it. */
    default Map<String, Usage> usageByModel() {
        return Map.of();
    }

    /** Called whenever the usage grew: the same with its cost, as far as known. */
    default void costs(Usage priced) {}

    String finalText();

    /** A question that was asked in the agent's own way. */
    default @Nullable String question() {
        return null;
    }

    List<ToolCall> toolCalls();

    @Nullable
    String sessionId();

    @Nullable
    String model();
}
