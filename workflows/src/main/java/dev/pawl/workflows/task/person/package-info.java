/** What people ask of a task while it runs, and what they were answered. */
@NullMarked
package dev.pawl.workflows.task.person;

import org.jspecify.annotations.NullMarked;
