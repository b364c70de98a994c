/** Messages of people to a running task, and their results. */
@NullMarked
package dev.pawl.workflows.task.person;

import org.jspecify.annotations.NullMarked;
