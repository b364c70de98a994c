package dev.pawl.agent;

import java.io.IOException;

/** Runs one kind of coding agent. Holds no state between runs: all of a run is in its arguments. */
public interface Agent {
    /** As a task names it. */
    String name();

    /**
     * Runs the agent to its end. A poor result, a missing program and a provider's error are values; nothing of the
     * agent's processes is alive afterwards, however this ends.
     *
     * @throws IOException when files of the run cannot be written or read
     * @throws InterruptedException when the calling thread was interrupted
     */
    AgentResult run(AgentRun run, AgentListener listener) throws IOException, InterruptedException;

    /** Looks what is there, without running a model. Takes up to some seconds. */
    AgentAvailability probe();
}
