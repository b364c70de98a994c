/** A real PostgreSQL for tests, including those of other modules. */
@NullMarked
package dev.pawl.db.testing;

import org.jspecify.annotations.NullMarked;
