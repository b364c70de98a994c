/** The dictionary of usage limits, in a data file. */
@NullMarked
package dev.pawl.agent.limit;

import org.jspecify.annotations.NullMarked;
