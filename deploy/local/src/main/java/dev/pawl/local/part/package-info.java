/** What the stack needs besides its own process, behind one port. */
@NullMarked
package dev.pawl.local.part;

import org.jspecify.annotations.NullMarked;
