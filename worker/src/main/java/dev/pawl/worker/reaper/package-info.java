/** Closes what nothing else will: rows whose workflow is gone, processes of killed workers. */
@NullMarked
package dev.pawl.worker.reaper;

import org.jspecify.annotations.NullMarked;
