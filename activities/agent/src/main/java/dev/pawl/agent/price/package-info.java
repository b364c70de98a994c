/** Costs of agents that report none: list prices from a data file. */
@NullMarked
package dev.pawl.agent.price;

import org.jspecify.annotations.NullMarked;
