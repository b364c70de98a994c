/** The command line: a thin client of pawl.v1. */
@NullMarked
package dev.pawl.cli;

import org.jspecify.annotations.NullMarked;
