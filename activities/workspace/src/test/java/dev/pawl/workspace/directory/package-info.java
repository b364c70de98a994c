@NullMarked
package dev.pawl.workspace.directory;

import org.jspecify.annotations.NullMarked;
