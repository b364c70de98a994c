/** What agent programs have in common: how one is found, started, read line by line, and judged when it has ended. */
@NullMarked
package dev.pawl.agent.program;

import org.jspecify.annotations.NullMarked;
