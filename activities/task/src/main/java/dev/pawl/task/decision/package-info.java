/** Applies the decision policy and says to the agent what is missing. */
@NullMarked
package dev.pawl.task.decision;

import org.jspecify.annotations.NullMarked;
