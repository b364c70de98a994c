/** A real database with the activities' repositories, for tests. */
@NullMarked
package dev.pawl.testing;

import org.jspecify.annotations.NullMarked;
