/** What agents do, listed and as it happens. */
@NullMarked
package dev.pawl.gateway.doing;

import org.jspecify.annotations.NullMarked;
