/** Migrations to the current schema and their undo. */
@NullMarked
package dev.pawl.db.migration;

import org.jspecify.annotations.NullMarked;
