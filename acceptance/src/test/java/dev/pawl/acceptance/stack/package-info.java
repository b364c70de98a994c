/** The local stack as a user has it: one process, started from what the build made, in a home of its own. */
@NullMarked
package dev.pawl.acceptance.stack;

import org.jspecify.annotations.NullMarked;
