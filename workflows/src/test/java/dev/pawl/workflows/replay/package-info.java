/** Recorded histories of real tasks, replayed on the workflow code there is now. */
@NullMarked
package dev.pawl.workflows.replay;

import org.jspecify.annotations.NullMarked;
