/** Puts repositories, processes, workspaces, agents and judges together into what the task queues call. */
@NullMarked
package dev.pawl.worker.activity;

import org.jspecify.annotations.NullMarked;
