/** Google's Gemini CLI, run headless. */
@NullMarked
package dev.pawl.agent.gemini;

import org.jspecify.annotations.NullMarked;
