/** Which agents there are. */
@NullMarked
package dev.pawl.activities.agent.catalog;

import org.jspecify.annotations.NullMarked;
