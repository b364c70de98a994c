/** Where things are on the host of a worker. */
@NullMarked
package dev.pawl.host.directory;

import org.jspecify.annotations.NullMarked;
