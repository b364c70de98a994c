/** Real components as processes that can be broken and are restarted when they end. */
@NullMarked
package dev.pawl.chaos.stack;

import org.jspecify.annotations.NullMarked;
