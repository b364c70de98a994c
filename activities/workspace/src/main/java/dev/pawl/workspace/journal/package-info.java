/** Writes to a user's directory that are completed or undone after an interruption. */
@NullMarked
package dev.pawl.workspace.journal;

import org.jspecify.annotations.NullMarked;
