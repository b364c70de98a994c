/** Watching a running plan. */
@NullMarked
package dev.pawl.cli.planwatch;

import org.jspecify.annotations.NullMarked;
