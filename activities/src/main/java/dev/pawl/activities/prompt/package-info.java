/** What agents and judges are told, rendered from strict templates. */
@NullMarked
package dev.pawl.activities.prompt;

import org.jspecify.annotations.NullMarked;
