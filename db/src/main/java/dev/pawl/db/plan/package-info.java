/** Plans with their packages and attempts. */
@NullMarked
package dev.pawl.db.plan;

import org.jspecify.annotations.NullMarked;
