/** One class per command on plans. */
@NullMarked
package dev.pawl.cli.command.plan;

import org.jspecify.annotations.NullMarked;
