/** What was decided, and how a task ended. */
@NullMarked
package dev.pawl.workflows.model.outcome;

import org.jspecify.annotations.NullMarked;
