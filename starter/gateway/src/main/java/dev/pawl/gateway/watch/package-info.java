/** The events of a task, from any sequence number on, while they happen. */
@NullMarked
package dev.pawl.gateway.watch;

import org.jspecify.annotations.NullMarked;
