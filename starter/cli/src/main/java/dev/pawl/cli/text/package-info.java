/** Similarity of words, durations and amounts. */
@NullMarked
package dev.pawl.cli.text;

import org.jspecify.annotations.NullMarked;
