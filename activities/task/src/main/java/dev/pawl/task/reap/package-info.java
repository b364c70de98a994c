/** Finds what nobody else will close, and closes it. */
@NullMarked
package dev.pawl.task.reap;

import org.jspecify.annotations.NullMarked;
