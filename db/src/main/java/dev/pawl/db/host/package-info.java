/** Hosts that have workers. */
@NullMarked
package dev.pawl.db.host;

import org.jspecify.annotations.NullMarked;
