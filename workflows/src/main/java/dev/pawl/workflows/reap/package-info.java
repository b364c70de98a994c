/** Compares rows, engine and hosts, on a schedule and when asked. */
@NullMarked
package dev.pawl.workflows.reap;

import org.jspecify.annotations.NullMarked;
