/** What agents did in their sessions. */
@NullMarked
package dev.pawl.db.action;

import org.jspecify.annotations.NullMarked;
