/** Acceptance scenarios on the real parts. */
@NullMarked
package dev.pawl.acceptance.scenario;

import org.jspecify.annotations.NullMarked;
