/** What no message may hold, whatever it is for. */
@NullMarked
package dev.pawl.gateway.wire;

import org.jspecify.annotations.NullMarked;
