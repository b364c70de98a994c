/** Evidence of an iteration. */
@NullMarked
package dev.pawl.db.evidence;

import org.jspecify.annotations.NullMarked;
