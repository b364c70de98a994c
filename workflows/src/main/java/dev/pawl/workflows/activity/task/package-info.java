/** Bookkeeping of a task's life. */
@NullMarked
package dev.pawl.workflows.activity.task;

import org.jspecify.annotations.NullMarked;
