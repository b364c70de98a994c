/** Claude Code, run headless. */
@NullMarked
package dev.pawl.agent.claude;

import org.jspecify.annotations.NullMarked;
