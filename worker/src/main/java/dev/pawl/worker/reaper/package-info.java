/** Closes what nobody else will: rows whose workflow is gone, processes of a worker that was killed. */
@NullMarked
package dev.pawl.worker.reaper;

import org.jspecify.annotations.NullMarked;
