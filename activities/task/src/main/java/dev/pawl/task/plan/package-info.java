/** Writes down the life of plans. */
@NullMarked
package dev.pawl.task.plan;

import org.jspecify.annotations.NullMarked;
