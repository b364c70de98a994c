/** When a task stops for a person. */
@NullMarked
package dev.pawl.workflows.model.breakpoint;

import org.jspecify.annotations.NullMarked;
