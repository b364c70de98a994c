/** Which agents there are. */
@NullMarked
package dev.pawl.agent.catalog;

import org.jspecify.annotations.NullMarked;
