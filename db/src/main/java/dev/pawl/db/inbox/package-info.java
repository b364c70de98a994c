/** What waits for people, of tasks and plans together. */
@NullMarked
package dev.pawl.db.inbox;

import org.jspecify.annotations.NullMarked;
