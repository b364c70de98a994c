package dev.pawl.host.process;

/**
 * The caller's side of a run. Called by the thread that waits, every tenth of a second; an exception ends the process
 * tree and is thrown on.
 */
public interface ProcessWatch {
    /** Watches nothing. */
    ProcessWatch NONE = new ProcessWatch() {};

    /** Called once, before the first output is waited for. */
    default void started(ProcessIdentity identity) {}

    /** True ends the run. */
    default boolean cancelled() {
        return false;
    }

    /** True while the program waits for something it started, see {@link ProcessSpec#whilePending}. */
    default boolean pending() {
        return false;
    }

    /** True once the program said all it has to say: from then on it has the grace time to exit by itself, or to go on. */
    default boolean done() {
        return false;
    }
}
