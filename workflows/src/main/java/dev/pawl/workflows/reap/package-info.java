/** Compares rows, engine and hosts, on a schedule and on request. */
@NullMarked
package dev.pawl.workflows.reap;

import org.jspecify.annotations.NullMarked;
