package dev.pawl.agent.output;

import dev.pawl.agent.ToolCall;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Understands what one run of an agent puts out, line by line. Never fails on a line, whatever it holds. Lines come one
 * at a time, {@link #done} and {@link #mustStop} are asked by another.
 */
public interface AgentOutput {
    /** @return whether the line belongs in the transcript */
    boolean line(String line);

    /** A line of its standard error; never while another line is understood. */
    default void remark(String line) {}

    /** The agent said all it has to say. */
    boolean done();

    /** The run has to be ended: for a limit that the agent does not keep itself, or because it goes on in vain. */
    default boolean mustStop() {
        return false;
    }

    /**
     * What the agent waits for by its own account, such as a command it runs: silence is then no sign that it hangs. Absent
     * if it waits for nothing but its model. Asked by another thread than the one of the lines. Not redacted.
     */
    default @Nullable String pending() {
        return null;
    }

    /** How the run ended, by all that was said. */
    AgentVerdict verdict(RunEnd end);

    Usage usage();

    /** The usage by the models that made it; empty where {@link #model} made all. */
    default Map<String, Usage> usageByModel() {
        return Map.of();
    }

    /** Told whenever the usage grew: the same with what it costs, as far as that is known. */
    default void costs(Usage priced) {}

    String finalText();

    /** One that was asked in a way of its own. */
    default @Nullable String question() {
        return null;
    }

    List<ToolCall> toolCalls();

    @Nullable
    String sessionId();

    @Nullable
    String model();
}
