/** The task service. */
@NullMarked
package dev.pawl.gateway.task;

import org.jspecify.annotations.NullMarked;
