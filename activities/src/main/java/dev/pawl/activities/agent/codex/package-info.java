/** OpenAI's Codex, run headless. */
@NullMarked
package dev.pawl.activities.agent.codex;

import org.jspecify.annotations.NullMarked;
