/** Stores events and dead letters. */
@NullMarked
package dev.pawl.events.intake;

import org.jspecify.annotations.NullMarked;
