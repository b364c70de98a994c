/** Commands on who may call a gateway, and who called what. */
@NullMarked
package dev.pawl.cli.command.access;

import org.jspecify.annotations.NullMarked;
