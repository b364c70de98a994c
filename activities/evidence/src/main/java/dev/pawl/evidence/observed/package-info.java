/** What a check reads while it runs on the base, and which of it is the check's own. */
@NullMarked
package dev.pawl.evidence.observed;

import org.jspecify.annotations.NullMarked;
