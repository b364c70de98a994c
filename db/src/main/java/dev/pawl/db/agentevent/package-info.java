/** Events that agents report themselves. */
@NullMarked
package dev.pawl.db.agentevent;

import org.jspecify.annotations.NullMarked;
