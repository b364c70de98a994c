/** Short, idempotent bookkeeping of a task's life. */
@NullMarked
package dev.pawl.task;

import org.jspecify.annotations.NullMarked;
