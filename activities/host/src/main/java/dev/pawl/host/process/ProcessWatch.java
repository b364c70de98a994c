package dev.pawl.host.process;

/**
 * The caller's side of a run. Called by the waiting thread ten times a second; an exception ends the process tree and
 * is rethrown.
 */
public interface ProcessWatch {
    /** Watches nothing. */
    ProcessWatch NONE = new ProcessWatch() {};

    /** Called once, before output is read. */
    default void started(ProcessIdentity identity) {}

    /** A run that may connect to some hosts only tried one of them, or another one. Called by several threads. */
    default void contacted(String host, boolean allowed) {}

    /** True ends the run. */
    default boolean cancelled() {
        return false;
    }

    /** True while the program waits for something it started, see {@link ProcessSpec#whilePending}. */
    default boolean pending() {
        return false;
    }

    /** True once the program's output is complete: from then on it has the grace time to exit by itself. */
    default boolean done() {
        return false;
    }
}
