/** A real database with what the activities write to it, for tests. */
@NullMarked
package dev.pawl.testing;

import org.jspecify.annotations.NullMarked;
