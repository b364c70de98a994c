/** Output: streams and colours. */
@NullMarked
package dev.pawl.cli.terminal;

import org.jspecify.annotations.NullMarked;
