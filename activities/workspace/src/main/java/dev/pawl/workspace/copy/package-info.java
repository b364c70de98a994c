/** Untracked files of the user's directory that a task copies without making them part of its result. */
@NullMarked
package dev.pawl.workspace.copy;

import org.jspecify.annotations.NullMarked;
