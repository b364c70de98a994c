/** The durable task: its workflow interface, its code and what it shows in the Web UI. */
@NullMarked
package dev.pawl.workflows.task;

import org.jspecify.annotations.NullMarked;
