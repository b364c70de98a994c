/** The choice of an engine, and its life as a child process. */
@NullMarked
package dev.pawl.local.engine;

import org.jspecify.annotations.NullMarked;
