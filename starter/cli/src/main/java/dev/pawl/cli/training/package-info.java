/** One run of the usual commands, for the class archive that the launcher creates after a build. */
@NullMarked
package dev.pawl.cli.training;

import org.jspecify.annotations.NullMarked;
