/** Commands about the local stack: start, stop, health, data. */
@NullMarked
package dev.pawl.cli.command.stack;

import org.jspecify.annotations.NullMarked;
