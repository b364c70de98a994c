/** Retention: what is removed once it is old. */
@NullMarked
package dev.pawl.workflows.collect;

import org.jspecify.annotations.NullMarked;
