/** The server service, and the health of its dependencies. */
@NullMarked
package dev.pawl.gateway.server;

import org.jspecify.annotations.NullMarked;
