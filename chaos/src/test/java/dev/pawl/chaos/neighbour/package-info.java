/** Two workers that share a host. */
@NullMarked
package dev.pawl.chaos.neighbour;

import org.jspecify.annotations.NullMarked;
