/** Files and directories that others can write to, even while they are read. */
@NullMarked
package dev.pawl.host.file;

import org.jspecify.annotations.NullMarked;
