/** The gRPC server of pawl.v1 as an application of its own, and the configuration that puts it into another one. */
@NullMarked
package dev.pawl.gateway;

import org.jspecify.annotations.NullMarked;
