/** Bounds the size of the stack's log. */
@NullMarked
package dev.pawl.local.log;

import org.jspecify.annotations.NullMarked;
