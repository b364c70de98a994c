/** Writes to a user's directory that are completed or undone if they were cut short. */
@NullMarked
package dev.pawl.workspace.journal;

import org.jspecify.annotations.NullMarked;
