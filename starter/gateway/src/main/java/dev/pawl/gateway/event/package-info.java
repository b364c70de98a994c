/** Events of agents and dead letters. */
@NullMarked
package dev.pawl.gateway.event;

import org.jspecify.annotations.NullMarked;
