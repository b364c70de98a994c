/** Files that others read while they are written. */
@NullMarked
package dev.pawl.cli.file;

import org.jspecify.annotations.NullMarked;
