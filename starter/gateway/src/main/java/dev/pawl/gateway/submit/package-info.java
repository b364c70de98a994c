/** From a submitted task to a running workflow, once per request id. */
@NullMarked
package dev.pawl.gateway.submit;

import org.jspecify.annotations.NullMarked;
