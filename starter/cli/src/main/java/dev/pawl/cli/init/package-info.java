/** What {@code pawl init} finds in a repository, and what it writes. */
@NullMarked
package dev.pawl.cli.init;

import org.jspecify.annotations.NullMarked;
