/** The real parts as processes that can be broken and are started again when they end. */
@NullMarked
package dev.pawl.chaos.stack;

import org.jspecify.annotations.NullMarked;
