/** Attempts of long activities on a host. */
@NullMarked
package dev.pawl.evidence.attempt;

import org.jspecify.annotations.NullMarked;
