package dev.pawl.agent;

import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.workflows.model.evidence.Usage;

/**
 * Receives the progress of a run. Called by several threads, one call at a time; an exception ends the run and is
 * rethrown. Texts are from the agent: bounded, and without the secrets of its environment.
 */
public interface AgentListener {
    /** Ignores everything. */
    AgentListener NONE = new AgentListener() {};

    /** The process has started; called once, before anything else. */
    default void started(ProcessIdentity identity) {}

    /** The total usage of the run so far, whenever it grew. */
    default void usage(Usage soFar) {}

    /**
     * An action of the agent: called when it begins, and again with the same number when its outcome is known. Its text
     * is one line of at most 2,000 characters.
     */
    default void action(AgentAction action) {}

    /** True ends the run. Called several times a second. */
    default boolean cancelled() {
        return false;
    }
}
