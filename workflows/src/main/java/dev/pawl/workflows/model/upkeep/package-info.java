/** Results of the reaper and the collector. */
@NullMarked
package dev.pawl.workflows.model.upkeep;

import org.jspecify.annotations.NullMarked;
