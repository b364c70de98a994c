/** What the stack needs beside its own process, as one port. */
@NullMarked
package dev.pawl.local.part;

import org.jspecify.annotations.NullMarked;
