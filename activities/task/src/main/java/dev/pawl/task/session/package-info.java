/** Runs of agents as sessions: opened before the process starts, and closed in any case. */
@NullMarked
package dev.pawl.task.session;

import org.jspecify.annotations.NullMarked;
