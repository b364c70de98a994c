/** Actions of agents, listed and live. */
@NullMarked
package dev.pawl.gateway.doing;

import org.jspecify.annotations.NullMarked;
