/** What was said to an agent and what it answered. */
@NullMarked
package dev.pawl.db.interaction;

import org.jspecify.annotations.NullMarked;
