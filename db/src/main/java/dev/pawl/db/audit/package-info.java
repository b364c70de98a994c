/** Queries over all rows: counts and contradictions. */
@NullMarked
package dev.pawl.db.audit;

import org.jspecify.annotations.NullMarked;
