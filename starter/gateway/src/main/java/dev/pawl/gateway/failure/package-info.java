/** What callers are told when something cannot be done. */
@NullMarked
package dev.pawl.gateway.failure;

import org.jspecify.annotations.NullMarked;
