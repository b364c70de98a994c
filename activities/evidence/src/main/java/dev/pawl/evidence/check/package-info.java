/** Checks: commands whose results are evidence, the files they trust, and their results on the base. */
@NullMarked
package dev.pawl.evidence.check;

import org.jspecify.annotations.NullMarked;
