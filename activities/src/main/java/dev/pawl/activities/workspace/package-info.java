/**
 * The directories agents work in: made, snapshotted into a repository out of the agent's sight, compared, restored and
 * handed out. The user's own repository is only read, except by {@link dev.pawl.activities.workspace.ResultDelivery}.
 */
@NullMarked
package dev.pawl.activities.workspace;

import org.jspecify.annotations.NullMarked;
