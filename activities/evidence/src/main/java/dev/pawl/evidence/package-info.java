/** What an iteration left, looked at and proven: workspaces made ready, baselines, evidence. */
@NullMarked
package dev.pawl.evidence;

import org.jspecify.annotations.NullMarked;
