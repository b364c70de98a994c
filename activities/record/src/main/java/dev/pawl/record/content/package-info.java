/** Texts too large for a row or a history, by reference. */
@NullMarked
package dev.pawl.record.content;

import org.jspecify.annotations.NullMarked;
