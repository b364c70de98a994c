/** Agent runs with their fence, what they spent and how they ended. */
@NullMarked
package dev.pawl.db.session;

import org.jspecify.annotations.NullMarked;
