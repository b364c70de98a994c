/** Bounded output of programs. */
@NullMarked
package dev.pawl.host.output;

import org.jspecify.annotations.NullMarked;
