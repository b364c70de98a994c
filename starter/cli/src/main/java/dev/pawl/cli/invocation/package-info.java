/** One run of the command line: input, failures, exit codes. */
@NullMarked
package dev.pawl.cli.invocation;

import org.jspecify.annotations.NullMarked;
