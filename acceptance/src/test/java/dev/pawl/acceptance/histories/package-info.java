/** Real runs of every kind, whose histories are replayed, and recorded on request. */
@NullMarked
package dev.pawl.acceptance.histories;

import org.jspecify.annotations.NullMarked;
