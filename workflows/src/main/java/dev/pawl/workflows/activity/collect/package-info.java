/** Removing what is old. */
@NullMarked
package dev.pawl.workflows.activity.collect;

import org.jspecify.annotations.NullMarked;
