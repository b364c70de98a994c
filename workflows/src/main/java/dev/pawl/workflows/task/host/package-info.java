/** A task's host: waiting for it, losing it, and the choices of people. */
@NullMarked
package dev.pawl.workflows.task.host;

import org.jspecify.annotations.NullMarked;
