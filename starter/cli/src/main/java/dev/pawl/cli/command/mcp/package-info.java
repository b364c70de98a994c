/** The command that serves the Model Context Protocol. */
@NullMarked
package dev.pawl.cli.command.mcp;

import org.jspecify.annotations.NullMarked;
