/** What a program puts out, bounded. */
@NullMarked
package dev.pawl.host.output;

import org.jspecify.annotations.NullMarked;
