/** The real agent programs, which ask a scripted model server. */
@NullMarked
package dev.pawl.agent.real;

import org.jspecify.annotations.NullMarked;
