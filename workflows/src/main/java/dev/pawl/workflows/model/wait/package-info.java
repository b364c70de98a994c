/** How a question waits for a person. */
@NullMarked
package dev.pawl.workflows.model.wait;

import org.jspecify.annotations.NullMarked;
