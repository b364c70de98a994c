/** Snapshots of a workspace in a repository out of the agent's sight, and what they differ in. */
@NullMarked
package dev.pawl.workspace.snapshot;

import org.jspecify.annotations.NullMarked;
