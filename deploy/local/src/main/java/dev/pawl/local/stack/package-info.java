/** Parts in their order, readiness, and the way down. */
@NullMarked
package dev.pawl.local.stack;

import org.jspecify.annotations.NullMarked;
