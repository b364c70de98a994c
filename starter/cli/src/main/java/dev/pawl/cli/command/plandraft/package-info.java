/** The command that lets an agent draft a plan. */
@NullMarked
package dev.pawl.cli.command.plandraft;

import org.jspecify.annotations.NullMarked;
