/** Results of checks, including the baseline. */
@NullMarked
package dev.pawl.db.check;

import org.jspecify.annotations.NullMarked;
