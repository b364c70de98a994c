/** The local stack as one process, what {@code pawl up} starts. */
@NullMarked
package dev.pawl.local;

import org.jspecify.annotations.NullMarked;
