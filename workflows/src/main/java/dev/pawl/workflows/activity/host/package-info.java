/** Asking a host whether it is there. */
@NullMarked
package dev.pawl.workflows.activity.host;

import org.jspecify.annotations.NullMarked;
