/** What a task knows of its host: how long it waits for it, that it is lost, what people chose then. */
@NullMarked
package dev.pawl.workflows.task.host;

import org.jspecify.annotations.NullMarked;
