/** Runs of agents as sessions: opened before the process starts, closed whatever happens. */
@NullMarked
package dev.pawl.task.session;

import org.jspecify.annotations.NullMarked;
