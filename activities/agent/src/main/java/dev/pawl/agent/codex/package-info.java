/** OpenAI's Codex, run headless. */
@NullMarked
package dev.pawl.agent.codex;

import org.jspecify.annotations.NullMarked;
