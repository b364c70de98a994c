/** Order of the parts, readiness, and shutdown. */
@NullMarked
package dev.pawl.local.stack;

import org.jspecify.annotations.NullMarked;
