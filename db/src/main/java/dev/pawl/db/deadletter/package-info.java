/** Records that could not become events. */
@NullMarked
package dev.pawl.db.deadletter;

import org.jspecify.annotations.NullMarked;
