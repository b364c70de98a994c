/** Tasks and their exact totals. */
@NullMarked
package dev.pawl.db.task;

import org.jspecify.annotations.NullMarked;
