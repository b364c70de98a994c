/** Whether the worker lives and is ready, as one snapshot an answer. */
@NullMarked
package dev.pawl.worker.health;

import org.jspecify.annotations.NullMarked;
