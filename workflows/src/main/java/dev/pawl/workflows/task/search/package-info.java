/** The search attributes of a task. */
@NullMarked
package dev.pawl.workflows.task.search;

import org.jspecify.annotations.NullMarked;
