/** Prompts to agents and their replies. */
@NullMarked
package dev.pawl.db.interaction;

import org.jspecify.annotations.NullMarked;
