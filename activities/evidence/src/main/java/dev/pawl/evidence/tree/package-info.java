/** A state of a workspace as files, and globs over their paths. */
@NullMarked
package dev.pawl.evidence.tree;

import org.jspecify.annotations.NullMarked;
