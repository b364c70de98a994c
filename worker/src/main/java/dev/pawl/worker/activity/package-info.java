/** Wires repositories, processes, workspaces, agents and judges into the activities of the task queues. */
@NullMarked
package dev.pawl.worker.activity;

import org.jspecify.annotations.NullMarked;
