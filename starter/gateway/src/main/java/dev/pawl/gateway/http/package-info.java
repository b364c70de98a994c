/** HTTP with JSON in front of the gRPC services: the unary protocol of Connect. */
@NullMarked
package dev.pawl.gateway.http;

import org.jspecify.annotations.NullMarked;
