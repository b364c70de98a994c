/** The way up to the current schema and the way down from it. */
@NullMarked
package dev.pawl.db.migration;

import org.jspecify.annotations.NullMarked;
