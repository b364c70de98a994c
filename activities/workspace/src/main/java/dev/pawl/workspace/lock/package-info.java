/** One writer at a time in a user's directory. */
@NullMarked
package dev.pawl.workspace.lock;

import org.jspecify.annotations.NullMarked;
