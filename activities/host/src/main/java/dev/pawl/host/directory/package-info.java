/** Paths on the host of a worker. */
@NullMarked
package dev.pawl.host.directory;

import org.jspecify.annotations.NullMarked;
