/** Shared by all agent programs: finding, starting, reading output line by line, and interpreting the ending. */
@NullMarked
package dev.pawl.agent.program;

import org.jspecify.annotations.NullMarked;
