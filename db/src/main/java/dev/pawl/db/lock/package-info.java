/** Which task works in a directory itself. */
@NullMarked
package dev.pawl.db.lock;

import org.jspecify.annotations.NullMarked;
