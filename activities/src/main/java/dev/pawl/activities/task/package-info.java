/** Short, idempotent bookkeeping of a task's life. */
@NullMarked
package dev.pawl.activities.task;

import org.jspecify.annotations.NullMarked;
