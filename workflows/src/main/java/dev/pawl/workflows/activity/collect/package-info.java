/** Removal of old data. */
@NullMarked
package dev.pawl.workflows.activity.collect;

import org.jspecify.annotations.NullMarked;
