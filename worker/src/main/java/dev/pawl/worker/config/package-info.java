/** The configuration under {@code pawl.*}, without unknown properties. */
@NullMarked
package dev.pawl.worker.config;

import org.jspecify.annotations.NullMarked;
