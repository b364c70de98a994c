/** Delivers results to the user: the only code that writes to the user's directory or repository. */
@NullMarked
package dev.pawl.workspace.delivery;

import org.jspecify.annotations.NullMarked;
