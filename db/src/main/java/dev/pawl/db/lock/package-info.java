/** Locks of tasks on directories. */
@NullMarked
package dev.pawl.db.lock;

import org.jspecify.annotations.NullMarked;
