/** Watching a running task. */
@NullMarked
package dev.pawl.cli.watch;

import org.jspecify.annotations.NullMarked;
