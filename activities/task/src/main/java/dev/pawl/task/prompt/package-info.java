/** Prompts of agents and judges, rendered from strict templates. */
@NullMarked
package dev.pawl.task.prompt;

import org.jspecify.annotations.NullMarked;
