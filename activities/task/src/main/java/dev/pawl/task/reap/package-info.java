/** The reaper: finds what no workflow or worker will close any more, and closes it. */
@NullMarked
package dev.pawl.task.reap;

import org.jspecify.annotations.NullMarked;
