/** The server service, and the health of what stands behind the API. */
@NullMarked
package dev.pawl.gateway.server;

import org.jspecify.annotations.NullMarked;
