/** Clouds that serve models to their own users. */
@NullMarked
package dev.pawl.agent.cloud;

import org.jspecify.annotations.NullMarked;
