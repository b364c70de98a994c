package dev.pawl.agent;

import java.io.IOException;

/** Runs one kind of coding agent. Stateless: everything about a run is in its arguments. */
public interface Agent {
    /** Its name in tasks. */
    String name();

    /**
     * Runs the agent to its end. A poor result, a missing program and a provider's error are values. When this returns
     * or throws, none of the agent's processes is alive.
     *
     * @throws IOException if files of the run cannot be written or read
     * @throws InterruptedException if the calling thread was interrupted
     */
    AgentResult run(AgentRun run, AgentListener listener) throws IOException, InterruptedException;

    /** Checks whether the agent is installed and signed in, without calling a model. Takes up to some seconds. */
    AgentAvailability probe();
}
