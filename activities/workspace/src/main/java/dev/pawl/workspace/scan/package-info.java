/** The content of a workspace, read from the directory itself and never through git. */
@NullMarked
package dev.pawl.workspace.scan;

import org.jspecify.annotations.NullMarked;
