/** The task queues this worker serves, and its connection to the engine. */
@NullMarked
package dev.pawl.worker.queue;

import org.jspecify.annotations.NullMarked;
