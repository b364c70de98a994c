/** Marks in code that keep a tool from reporting what it would report. */
@NullMarked
package dev.pawl.evidence.suppress;

import org.jspecify.annotations.NullMarked;
