/** The local stack as users have it: one process, started from the build's result, in its own home. */
@NullMarked
package dev.pawl.acceptance.stack;

import org.jspecify.annotations.NullMarked;
