/** Interprets the output of agent programs in common terms. */
@NullMarked
package dev.pawl.agent.output;

import org.jspecify.annotations.NullMarked;
