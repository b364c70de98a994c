/** One run of the command line: what it was called with, how it fails, what it returns. */
@NullMarked
package dev.pawl.cli.invocation;

import org.jspecify.annotations.NullMarked;
