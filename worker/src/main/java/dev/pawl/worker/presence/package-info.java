/** That this worker's host lives, noted for others. */
@NullMarked
package dev.pawl.worker.presence;

import org.jspecify.annotations.NullMarked;
