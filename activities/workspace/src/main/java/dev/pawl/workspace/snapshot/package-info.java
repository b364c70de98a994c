/** Snapshots of a workspace in a repository that the agent can't see, and their differences. */
@NullMarked
package dev.pawl.workspace.snapshot;

import org.jspecify.annotations.NullMarked;
