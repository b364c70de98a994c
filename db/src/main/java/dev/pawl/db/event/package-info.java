/** Events of a task, in order and without gaps. */
@NullMarked
package dev.pawl.db.event;

import org.jspecify.annotations.NullMarked;
