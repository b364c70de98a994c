/** Signs of life of this worker's host. */
@NullMarked
package dev.pawl.worker.presence;

import org.jspecify.annotations.NullMarked;
