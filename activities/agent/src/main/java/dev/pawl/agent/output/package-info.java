/** Understands what agent programs put out, in the words all agents share. */
@NullMarked
package dev.pawl.agent.output;

import org.jspecify.annotations.NullMarked;
