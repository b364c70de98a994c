/** What a task is started with, carries into its next run, and shows. */
@NullMarked
package dev.pawl.workflows.task.state;

import org.jspecify.annotations.NullMarked;
