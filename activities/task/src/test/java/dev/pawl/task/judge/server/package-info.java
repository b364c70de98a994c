/** Scripted model servers, one for each wire shape, and what judges make of them. */
@NullMarked
package dev.pawl.task.judge.server;

import org.jspecify.annotations.NullMarked;
