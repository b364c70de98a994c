/** Texts too large for a row or a history, by reference. */
@NullMarked
package dev.pawl.activities.store;

import org.jspecify.annotations.NullMarked;
