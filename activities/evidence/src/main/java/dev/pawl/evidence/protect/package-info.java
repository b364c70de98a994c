/** Files that decide what a check shows, and what would steer it. */
@NullMarked
package dev.pawl.evidence.protect;

import org.jspecify.annotations.NullMarked;
