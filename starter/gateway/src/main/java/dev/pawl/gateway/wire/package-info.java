/** General validity of messages. */
@NullMarked
package dev.pawl.gateway.wire;

import org.jspecify.annotations.NullMarked;
