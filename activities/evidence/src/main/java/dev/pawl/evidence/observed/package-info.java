/** The files that a check reads while it runs on the base, and which of them belong to the check. */
@NullMarked
package dev.pawl.evidence.observed;

import org.jspecify.annotations.NullMarked;
