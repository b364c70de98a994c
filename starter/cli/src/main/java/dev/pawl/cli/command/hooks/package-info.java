/** Commands that install hooks into agents. */
@NullMarked
package dev.pawl.cli.command.hooks;

import org.jspecify.annotations.NullMarked;
