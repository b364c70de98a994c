/** Events of a task, in one vocabulary and one order. */
@NullMarked
package dev.pawl.record.event;

import org.jspecify.annotations.NullMarked;
