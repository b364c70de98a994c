/** From a task as it is asked for to a running workflow, once per request id. */
@NullMarked
package dev.pawl.gateway.submit;

import org.jspecify.annotations.NullMarked;
