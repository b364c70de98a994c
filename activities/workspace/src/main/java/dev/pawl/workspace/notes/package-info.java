/** State of a workspace across restarts. */
@NullMarked
package dev.pawl.workspace.notes;

import org.jspecify.annotations.NullMarked;
