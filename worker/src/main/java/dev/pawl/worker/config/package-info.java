/** What can be configured under {@code pawl.*}, and that nothing else is. */
@NullMarked
package dev.pawl.worker.config;

import org.jspecify.annotations.NullMarked;
