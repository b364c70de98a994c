/** The git program, prevented from running anything else, and the user's repository, which is only read. */
@NullMarked
package dev.pawl.workspace.git;

import org.jspecify.annotations.NullMarked;
