/** One class per command. */
@NullMarked
package dev.pawl.cli.command;

import org.jspecify.annotations.NullMarked;
