/** Keeps the engine and a long activity in touch. */
@NullMarked
package dev.pawl.host.heartbeat;

import org.jspecify.annotations.NullMarked;
