/** Results of checks, the baseline among them. */
@NullMarked
package dev.pawl.db.check;

import org.jspecify.annotations.NullMarked;
