/** Probing a host. */
@NullMarked
package dev.pawl.workflows.activity.host;

import org.jspecify.annotations.NullMarked;
