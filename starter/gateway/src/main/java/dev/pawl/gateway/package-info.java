/** The gRPC server of pawl.v1, standalone or as part of another application. */
@NullMarked
package dev.pawl.gateway;

import org.jspecify.annotations.NullMarked;
