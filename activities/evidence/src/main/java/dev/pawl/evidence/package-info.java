/** Evidence of an iteration: prepared workspaces, baselines, checks, and verification. */
@NullMarked
package dev.pawl.evidence;

import org.jspecify.annotations.NullMarked;
