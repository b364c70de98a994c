/** The embedded PostgreSQL and what a killed process left of it. */
@NullMarked
package dev.pawl.local.postgres;

import org.jspecify.annotations.NullMarked;
