package dev.pawl.workflows.model.evidence;

/**
 * A changed path that a breakpoint watches.
 *
 * @param glob of the breakpoint
 */
public record WatchedPath(String glob, String path) {
    /** So many per glob are kept. */
    public static final int MAX_PER_GLOB = 20;
}
