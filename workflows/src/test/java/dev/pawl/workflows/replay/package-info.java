/** Recorded histories of real tasks, replayed with the current workflow code. */
@NullMarked
package dev.pawl.workflows.replay;

import org.jspecify.annotations.NullMarked;
