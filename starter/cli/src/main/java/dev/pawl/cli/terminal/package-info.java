/** What is printed, where, and in which colours. */
@NullMarked
package dev.pawl.cli.terminal;

import org.jspecify.annotations.NullMarked;
