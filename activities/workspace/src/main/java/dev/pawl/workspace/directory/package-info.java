/**
 * The directories agents work in: made, snapshotted into a repository out of the agent's sight, compared, restored and
 * handed out. The user's own repository is only read, except by {@code ResultDelivery}.
 */
@NullMarked
package dev.pawl.workspace.directory;

import org.jspecify.annotations.NullMarked;
