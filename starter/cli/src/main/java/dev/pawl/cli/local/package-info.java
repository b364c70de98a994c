/** The local stack: its state file, start and stop. */
@NullMarked
package dev.pawl.cli.local;

import org.jspecify.annotations.NullMarked;
