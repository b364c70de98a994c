/** Decisions with all they were made from. */
@NullMarked
package dev.pawl.db.decision;

import org.jspecify.annotations.NullMarked;
