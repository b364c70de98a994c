/** What tokens cost where an agent does not say it: list prices from a data file. */
@NullMarked
package dev.pawl.agent.price;

import org.jspecify.annotations.NullMarked;
