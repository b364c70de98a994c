/** The git program, kept from running anything else, and the user's repository, which is read only. */
@NullMarked
package dev.pawl.workspace.git;

import org.jspecify.annotations.NullMarked;
