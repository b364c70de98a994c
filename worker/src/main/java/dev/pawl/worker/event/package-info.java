/** Events that agents report. */
@NullMarked
package dev.pawl.worker.event;

import org.jspecify.annotations.NullMarked;
