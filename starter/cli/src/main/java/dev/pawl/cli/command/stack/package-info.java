/** Commands about the stack that runs the tasks: its start, its end, its health, what it keeps. */
@NullMarked
package dev.pawl.cli.command.stack;

import org.jspecify.annotations.NullMarked;
