/** Agent runs: fence, usage and ending. */
@NullMarked
package dev.pawl.db.session;

import org.jspecify.annotations.NullMarked;
