/** The request of a task. */
@NullMarked
package dev.pawl.workflows.model.request;

import org.jspecify.annotations.NullMarked;
