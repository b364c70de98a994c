/** Retention of tasks. */
@NullMarked
package dev.pawl.db.retention;

import org.jspecify.annotations.NullMarked;
