/** Commands about the agents that tasks can name. */
@NullMarked
package dev.pawl.cli.command.agents;

import org.jspecify.annotations.NullMarked;
