/** Authentication and listening address. */
@NullMarked
package dev.pawl.gateway.access;

import org.jspecify.annotations.NullMarked;
