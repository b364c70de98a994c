package dev.pawl.agent;

import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.workflows.model.evidence.Usage;

/**
 * Follows a run. Called by several threads, one call at a time; an exception ends the run and is thrown on. Texts are
 * what the agent said: bounded, and without the secrets of its environment.
 */
public interface AgentListener {
    /** Follows nothing. */
    AgentListener NONE = new AgentListener() {};

    /** The process is there; called once, before anything else. */
    default void started(ProcessIdentity identity) {}

    /** The sum of what the run spent so far, whenever it grew. */
    default void usage(Usage soFar) {}

    /**
     * What the agent does: told when it begins, and again with the same number when it is known what came of it. Its text
     * is one line of at most 2,000 characters.
     */
    default void action(AgentAction action) {}

    /** True ends the run. Asked several times a second. */
    default boolean cancelled() {
        return false;
    }
}
