/** Applies the decision policy and composes feedback for the agent. */
@NullMarked
package dev.pawl.task.decision;

import org.jspecify.annotations.NullMarked;
