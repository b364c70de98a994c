/** Failures for callers. */
@NullMarked
package dev.pawl.gateway.failure;

import org.jspecify.annotations.NullMarked;
