/** What the command of a check reaches in the base: scripts, tests and configuration that are therefore the check's own. */
@NullMarked
package dev.pawl.evidence.reach;

import org.jspecify.annotations.NullMarked;
