/** What an iteration left, looked at and proven: workspaces made ready, baselines, evidence. */
@NullMarked
package dev.pawl.activities.evidence;

import org.jspecify.annotations.NullMarked;
