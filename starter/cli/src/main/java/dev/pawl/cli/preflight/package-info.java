/** Checks before anything starts. */
@NullMarked
package dev.pawl.cli.preflight;

import org.jspecify.annotations.NullMarked;
