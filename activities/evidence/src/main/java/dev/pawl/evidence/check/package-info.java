/** Checks: commands whose results are evidence, the files they may trust, and what they showed before any agent ran. */
@NullMarked
package dev.pawl.evidence.check;

import org.jspecify.annotations.NullMarked;
