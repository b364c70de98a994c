/** Scripted model servers, one for each wire shape, and what judges make of them. */
@NullMarked
package dev.pawl.activities.judge.server;

import org.jspecify.annotations.NullMarked;
