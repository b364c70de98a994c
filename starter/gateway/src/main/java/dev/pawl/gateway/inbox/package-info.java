/** What waits for people. */
@NullMarked
package dev.pawl.gateway.inbox;

import org.jspecify.annotations.NullMarked;
