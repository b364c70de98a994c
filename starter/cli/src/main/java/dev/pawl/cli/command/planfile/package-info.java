/** Commands on plan files, which need no gateway. */
@NullMarked
package dev.pawl.cli.command.planfile;

import org.jspecify.annotations.NullMarked;
