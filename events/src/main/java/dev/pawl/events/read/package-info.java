/** Reads and checks events. */
@NullMarked
package dev.pawl.events.read;

import org.jspecify.annotations.NullMarked;
