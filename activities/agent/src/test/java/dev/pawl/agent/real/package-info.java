/** The real agent programs with a scripted model server. */
@NullMarked
package dev.pawl.agent.real;

import org.jspecify.annotations.NullMarked;
