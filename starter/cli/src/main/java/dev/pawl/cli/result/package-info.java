/** Patches of tasks, and applying them to a directory. */
@NullMarked
package dev.pawl.cli.result;

import org.jspecify.annotations.NullMarked;
