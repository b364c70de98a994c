/** How the log of the stack stays bounded. */
@NullMarked
package dev.pawl.local.log;

import org.jspecify.annotations.NullMarked;
