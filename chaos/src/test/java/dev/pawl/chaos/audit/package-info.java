/** Invariants of an ended task, whatever happened to it. */
@NullMarked
package dev.pawl.chaos.audit;

import org.jspecify.annotations.NullMarked;
