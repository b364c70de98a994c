/** Rounds of agent, evidence, score and decision. */
@NullMarked
package dev.pawl.db.iteration;

import org.jspecify.annotations.NullMarked;
