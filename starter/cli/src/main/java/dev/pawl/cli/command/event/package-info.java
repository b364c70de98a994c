/** Commands on events of agents. */
@NullMarked
package dev.pawl.cli.command.event;

import org.jspecify.annotations.NullMarked;
