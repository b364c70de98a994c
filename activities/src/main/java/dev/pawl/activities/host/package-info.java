/** Where things are on the host of a worker. */
@NullMarked
package dev.pawl.activities.host;

import org.jspecify.annotations.NullMarked;
