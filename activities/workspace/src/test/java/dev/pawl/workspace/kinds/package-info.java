/** Repositories that are not a plain clone, as workspaces. */
@NullMarked
package dev.pawl.workspace.kinds;

import org.jspecify.annotations.NullMarked;
