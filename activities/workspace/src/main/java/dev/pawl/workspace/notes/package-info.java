/** What must be known of a workspace after a restart. */
@NullMarked
package dev.pawl.workspace.notes;

import org.jspecify.annotations.NullMarked;
