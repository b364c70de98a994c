/** Costs of Pawl, printed. Not part of the build. */
@NullMarked
package dev.pawl.acceptance.benchmark;

import org.jspecify.annotations.NullMarked;
