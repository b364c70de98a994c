/** The task queues of this worker, and its connection to the engine. */
@NullMarked
package dev.pawl.worker.queue;

import org.jspecify.annotations.NullMarked;
