/** The local stack as one process, started by {@code pawl up}. */
@NullMarked
package dev.pawl.local;

import org.jspecify.annotations.NullMarked;
