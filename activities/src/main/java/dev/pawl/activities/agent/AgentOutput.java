package dev.pawl.activities.agent;

import dev.pawl.workflows.model.Usage;
import org.jspecify.annotations.Nullable;

/** Understands what one agent puts out, line by line. Never fails on a line, whatever it holds. */
interface AgentOutput {
    /** @return whether the line belongs in the transcript */
    boolean line(String line);

    /** The agent said all it has to say. */
    boolean done();

    Usage usage();

    String finalText();

    /** One that was asked in a way of its own. */
    default @Nullable String question() {
        return null;
    }

    @Nullable
    String sessionId();

    @Nullable
    String model();
}
