/** Gathering evidence. */
@NullMarked
package dev.pawl.workflows.activity.evidence;

import org.jspecify.annotations.NullMarked;
