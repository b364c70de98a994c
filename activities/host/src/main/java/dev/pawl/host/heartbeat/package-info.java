/** Heartbeats and turns of long activities. */
@NullMarked
package dev.pawl.host.heartbeat;

import org.jspecify.annotations.NullMarked;
