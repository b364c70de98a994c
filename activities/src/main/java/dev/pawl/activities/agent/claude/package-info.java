/** Claude Code, run headless. */
@NullMarked
package dev.pawl.activities.agent.claude;

import org.jspecify.annotations.NullMarked;
