/** Tokens of callers, and what they called. */
@NullMarked
package dev.pawl.db.access;

import org.jspecify.annotations.NullMarked;
