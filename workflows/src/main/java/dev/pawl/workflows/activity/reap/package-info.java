/** Closing what nothing else will close. */
@NullMarked
package dev.pawl.workflows.activity.reap;

import org.jspecify.annotations.NullMarked;
