/** The command that lists what waits for a person. */
@NullMarked
package dev.pawl.cli.command.inbox;

import org.jspecify.annotations.NullMarked;
