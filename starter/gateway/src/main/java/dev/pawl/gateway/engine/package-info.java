/** The durable engine as the API needs it: bounded calls, failures that say what is wrong. */
@NullMarked
package dev.pawl.gateway.engine;

import org.jspecify.annotations.NullMarked;
