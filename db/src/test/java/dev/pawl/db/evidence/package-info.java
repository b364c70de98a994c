/** What is stored about an iteration. */
@NullMarked
package dev.pawl.db.evidence;

import org.jspecify.annotations.NullMarked;
