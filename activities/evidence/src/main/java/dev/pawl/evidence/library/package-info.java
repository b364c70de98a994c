/** Libraries that tests use, which no file of the product may replace. */
@NullMarked
package dev.pawl.evidence.library;

import org.jspecify.annotations.NullMarked;
