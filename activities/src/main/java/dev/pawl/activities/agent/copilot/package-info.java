/** GitHub's Copilot CLI, run headless. */
@NullMarked
package dev.pawl.activities.agent.copilot;

import org.jspecify.annotations.NullMarked;
