/** Somebody on the same machine who has no credential. */
@NullMarked
package dev.pawl.local.intruder;

import org.jspecify.annotations.NullMarked;
