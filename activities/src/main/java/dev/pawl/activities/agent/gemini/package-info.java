/** Google's Gemini CLI, run headless. */
@NullMarked
package dev.pawl.activities.agent.gemini;

import org.jspecify.annotations.NullMarked;
