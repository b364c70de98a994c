/** The directory that holds all state of a local stack. */
@NullMarked
package dev.pawl.local.home;

import org.jspecify.annotations.NullMarked;
