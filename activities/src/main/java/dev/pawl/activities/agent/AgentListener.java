package dev.pawl.activities.agent;

import dev.pawl.activities.process.ProcessIdentity;
import dev.pawl.workflows.model.Usage;

/**
 * Follows a run. Called by several threads, one call at a time; an exception ends the run and is thrown on. Texts are
 * what the agent said: bounded, but not redacted.
 */
public interface AgentListener {
    /** Follows nothing. */
    AgentListener NONE = new AgentListener() {};

    /** The process is there; called once, before anything else. */
    default void started(ProcessIdentity identity) {}

    /** The sum of what the run spent so far, whenever it grew. */
    default void usage(Usage soFar) {}

    /**
     * What the agent does.
     *
     * @param kind {@code message}, {@code tool}, {@code retry} or {@code denied}
     * @param text one line, at most 500 characters
     */
    default void activity(String kind, String text) {}

    /** True ends the run. Asked several times a second. */
    default boolean cancelled() {
        return false;
    }
}
