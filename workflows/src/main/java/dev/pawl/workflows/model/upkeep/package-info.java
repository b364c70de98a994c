/** What was left over, and what was done about it. */
@NullMarked
package dev.pawl.workflows.model.upkeep;

import org.jspecify.annotations.NullMarked;
