/** Marks in code that silence the findings of a tool. */
@NullMarked
package dev.pawl.evidence.suppress;

import org.jspecify.annotations.NullMarked;
