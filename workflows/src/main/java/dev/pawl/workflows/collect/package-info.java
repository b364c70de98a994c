/** Retention: removal of old data. */
@NullMarked
package dev.pawl.workflows.collect;

import org.jspecify.annotations.NullMarked;
