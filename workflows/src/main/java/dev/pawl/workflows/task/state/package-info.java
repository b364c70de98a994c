/** A task's input, its state across runs, and its view. */
@NullMarked
package dev.pawl.workflows.task.state;

import org.jspecify.annotations.NullMarked;
