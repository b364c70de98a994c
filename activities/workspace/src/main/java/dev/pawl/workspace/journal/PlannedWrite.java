package dev.pawl.workspace.journal;

import dev.pawl.workspace.git.RawPath;

/**
 * One path that a delivery changes.
 *
 * @param path raw, see {@link RawPath}
 * @param before state when the delivery began
 * @param after state to reach
 */
public record PlannedWrite(String path, PathState before, PathState after) {}
