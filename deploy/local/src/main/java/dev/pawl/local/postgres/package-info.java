/** The embedded PostgreSQL, and recovery after a kill. */
@NullMarked
package dev.pawl.local.postgres;

import org.jspecify.annotations.NullMarked;
