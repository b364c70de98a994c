/** The protocol's plan service. */
@NullMarked
package dev.pawl.gateway.plan;

import org.jspecify.annotations.NullMarked;
