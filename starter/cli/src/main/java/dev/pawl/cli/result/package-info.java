/** The patch of a task, and how it gets into a directory. */
@NullMarked
package dev.pawl.cli.result;

import org.jspecify.annotations.NullMarked;
