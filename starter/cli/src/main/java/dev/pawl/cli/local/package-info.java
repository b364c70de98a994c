/** The local stack: its state file, its start and its end. */
@NullMarked
package dev.pawl.cli.local;

import org.jspecify.annotations.NullMarked;
