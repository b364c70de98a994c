/** Words: how near two of them are, and how durations and amounts are written. */
@NullMarked
package dev.pawl.cli.text;

import org.jspecify.annotations.NullMarked;
