/** Why checks are red on the untouched base for a reason of the host, which no work can change. */
@NullMarked
package dev.pawl.evidence.obstacle;

import org.jspecify.annotations.NullMarked;
