/** Decisions with all their inputs. */
@NullMarked
package dev.pawl.db.decision;

import org.jspecify.annotations.NullMarked;
