/** The protocol's account service. */
@NullMarked
package dev.pawl.gateway.account;

import org.jspecify.annotations.NullMarked;
