/** GitHub's Copilot CLI, run headless. */
@NullMarked
package dev.pawl.agent.copilot;

import org.jspecify.annotations.NullMarked;
