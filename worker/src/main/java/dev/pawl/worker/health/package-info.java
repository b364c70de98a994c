/** Liveness and readiness of the worker. */
@NullMarked
package dev.pawl.worker.health;

import org.jspecify.annotations.NullMarked;
