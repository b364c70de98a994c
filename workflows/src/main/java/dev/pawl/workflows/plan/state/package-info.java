/** A plan's input and its state across runs. */
@NullMarked
package dev.pawl.workflows.plan.state;

import org.jspecify.annotations.NullMarked;
