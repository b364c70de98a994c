/** The events of a task after any sequence number, as they happen. */
@NullMarked
package dev.pawl.gateway.watch;

import org.jspecify.annotations.NullMarked;
