/** Keeps the engine and a long activity in touch. */
@NullMarked
package dev.pawl.activities.heartbeat;

import org.jspecify.annotations.NullMarked;
