/** The surroundings of a workspace: what programs may not read or write, and what changed there. */
@NullMarked
package dev.pawl.workspace.surroundings;

import org.jspecify.annotations.NullMarked;
