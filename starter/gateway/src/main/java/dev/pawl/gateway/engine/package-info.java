/** The durable engine as the API needs it: calls with time limits and clear failures. */
@NullMarked
package dev.pawl.gateway.engine;

import org.jspecify.annotations.NullMarked;
