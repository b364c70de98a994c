/** Removes old data that no task needs. */
@NullMarked
package dev.pawl.task.collect;

import org.jspecify.annotations.NullMarked;
