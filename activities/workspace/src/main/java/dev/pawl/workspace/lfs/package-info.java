/** Files of Git LFS, without its programs and without a network. */
@NullMarked
package dev.pawl.workspace.lfs;

import org.jspecify.annotations.NullMarked;
