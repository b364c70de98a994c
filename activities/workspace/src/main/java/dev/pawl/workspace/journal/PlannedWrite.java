package dev.pawl.workspace.journal;

import dev.pawl.workspace.git.RawPath;

/**
 * One path that a delivery changes.
 *
 * @param path raw, see {@link RawPath}
 * @param before what was there when the delivery began
 * @param after what is to be there
 */
public record PlannedWrite(String path, PathState before, PathState after) {}
