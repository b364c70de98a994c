/** {@code pawl accounts}. */
@NullMarked
package dev.pawl.cli.command.account;

import org.jspecify.annotations.NullMarked;
