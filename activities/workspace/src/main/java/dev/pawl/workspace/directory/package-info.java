/**
 * Workspaces of agents: created, snapshotted into a repository that the agent can't see, compared, restored and
 * delivered. Only {@code ResultDelivery} writes to the user's own repository.
 */
@NullMarked
package dev.pawl.workspace.directory;

import org.jspecify.annotations.NullMarked;
