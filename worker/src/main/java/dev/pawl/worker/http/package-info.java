/** Who may read health and metrics. */
@NullMarked
package dev.pawl.worker.http;

import org.jspecify.annotations.NullMarked;
