/** Files that decide what a check shows, and changes that would steer it. */
@NullMarked
package dev.pawl.evidence.protect;

import org.jspecify.annotations.NullMarked;
