/** Removes what is old and no task needs. */
@NullMarked
package dev.pawl.activities.collect;

import org.jspecify.annotations.NullMarked;
