/** What agents and judges are told, rendered from strict templates. */
@NullMarked
package dev.pawl.task.prompt;

import org.jspecify.annotations.NullMarked;
