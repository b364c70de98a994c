/** The protocol's audit service. */
@NullMarked
package dev.pawl.gateway.audit;

import org.jspecify.annotations.NullMarked;
