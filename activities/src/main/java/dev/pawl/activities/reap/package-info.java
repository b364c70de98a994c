/** Finds what nobody else will close, and closes it. */
@NullMarked
package dev.pawl.activities.reap;

import org.jspecify.annotations.NullMarked;
