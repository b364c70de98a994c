/** Acceptance scenarios on real components. */
@NullMarked
package dev.pawl.acceptance.scenario;

import org.jspecify.annotations.NullMarked;
