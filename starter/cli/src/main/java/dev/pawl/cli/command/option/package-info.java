/** Options and parameters that commands share. */
@NullMarked
package dev.pawl.cli.command.option;

import org.jspecify.annotations.NullMarked;
